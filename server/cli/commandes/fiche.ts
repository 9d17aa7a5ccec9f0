import { estMois } from '../../../ingest/socle/jour.ts'
import { composer } from '../../../reports/rapport.ts'
import { ficheDuGuichet } from '../../../reports/rapports/fiche.ts'
import { type FormeDeRapport, rendreRapport } from '../../../reports/render/formes.ts'
import { avecLecteur } from '../../acces/terminal.ts'
import { jourDe } from '../../horloge.ts'
import { lireMatiereDeLaFiche } from '../../lecture/rapports/lire-fiche.ts'
import { territoireDe } from '../cible.ts'
import type { Environnement } from '../environnement.ts'
import { writeAnswer } from '../sortie.ts'
import { MauvaisUsage } from '../usage.ts'

export interface OptionsFiche {
  readonly base: string
  readonly guichet: string
  readonly mois: string
  readonly territoire?: string
  readonly format: FormeDeRapport
  readonly sortie?: string
}

/** Answers the monthly sheet of a guichet. */
export const fiche = async (env: Environnement, options: OptionsFiche): Promise<void> => {
  const { mois, guichet } = options
  if (!estMois(mois)) throw new MauvaisUsage(`« ${mois} » n’est pas un mois : l’écrire AAAA-MM.`)
  const maintenant = env.maintenant()
  const octets = await env.avecBase(options.base, async (base) => {
    const territoire = await territoireDe(base, options.territoire)
    return avecLecteur(base, env.acces, jourDe(maintenant), async (lecteur) => {
      const matiere = await lireMatiereDeLaFiche(lecteur, { territoire, guichet, mois, maintenant, par: env.acces.qui })
      return rendreRapport(composer(ficheDuGuichet, matiere), options.format)
    })
  })
  await writeAnswer(env, [octets], options.sortie)
}
