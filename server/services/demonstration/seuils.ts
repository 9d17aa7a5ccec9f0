import { debutMois } from '../../../ingest/socle/jour.ts'
import { decoupage } from '../../../metrics/tableaux/decoupage.ts'
import { saisirSeuils } from '../../state/seuils.ts'
import { recompterParSeuils } from '../seuils.ts'
import { AUTEURS, aLHeure, moisDuPasse, type Passe } from './passe.ts'

/** Euros of a year and a unit of consumption, about what the State publishes; another amount for each EPCI. */
const [PREMIER, PAS] = [9_000, 120]

/** The thresholds of the first quartile, since the history began: TAB04-07 of the last month is counted by them. */
export const saisirDesSeuils = async (passe: Passe): Promise<void> => {
  const { lecteur, territoire } = passe
  const [premier] = moisDuPasse(passe)
  if (premier === undefined) return
  const depuis = debutMois(premier)
  const decision = {
    ...{ territoire, depuis, motif: 'Seuils inventés pour la démonstration' },
    ...{ saisi_le: aLHeure(depuis), saisi_par: AUTEURS.gestionnaire.par },
  }
  await saisirSeuils(
    lecteur.etat,
    decoupage()
      .epciDuTerritoire(territoire)
      .map((epci, i) => ({ ...decision, epci, euros: PREMIER + i * PAS })),
  )
  await recompterParSeuils(lecteur.base, lecteur.etat, territoire)
}
