import { type Jour, plusMois } from '../../../ingest/socle/jour.ts'
import { MOIS_D_HABILITATION_CLOSE } from '../../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import { situationDe } from '../../gestion/habilitations/situation.ts'
import type { BaseEtat } from '../../state/etat.ts'
import { effacerHabilitations, lireHabilitations } from '../../state/habilitations.ts'

/** Erases the accesses closed for longer than they are kept, agents' names with them; gives how many. */
export const expirerHabilitations = async (etat: BaseEtat, aujourdhui: Jour): Promise<number> => {
  const limite = plusMois(aujourdhui, -regleEn(MOIS_D_HABILITATION_CLOSE, aujourdhui))
  const territoires = await etat.selectFrom('habilitations').select('territoire').distinct().execute()
  let n = 0
  for (const { territoire } of territoires) {
    const passees = (await lireHabilitations(etat, territoire)).filter(({ profil, actes }) => {
      const { closeLe } = situationDe(profil, actes)
      return closeLe !== null && closeLe <= limite
    })
    await effacerHabilitations(
      etat,
      passees.map(({ id }) => id),
    )
    n += passees.length
  }
  return n
}
