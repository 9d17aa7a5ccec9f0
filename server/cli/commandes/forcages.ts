import { tableauForcages } from '../../../reports/tableau/forcages.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import { exporterForcages } from '../../acces/porte/forcages.ts'
import { avecLecteur } from '../../acces/terminal.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import { territoireDe } from '../cible.ts'
import type { Environnement } from '../environnement.ts'
import { lirePeriode } from '../jours.ts'
import { writeAnswer } from '../sortie.ts'

export interface OptionsForcages {
  readonly base: string
  readonly debut: string
  readonly fin: string
  readonly territoire?: string
  readonly format: Format
  readonly sortie?: string
}

/** Answers forcing by guichet over whole months, with the demandes that look unjustified. */
export const forcages = async (env: Environnement, options: OptionsForcages): Promise<void> => {
  const { format } = options
  const { debut, fin } = lirePeriode(options)
  const { lignes } = await env.avecBase(options.base, async (base) => {
    const territoire = await territoireDe(base, options.territoire)
    const maintenant = env.maintenant()
    return avecLecteur(base, env.acces, jourDe(maintenant), (lecteur) =>
      exporterForcages(
        lecteur,
        { territoire, debut, fin },
        { instant: instantDe(maintenant), forme: format, filtre: { debut, fin } },
      ),
    )
  })
  if (lignes.length === 0)
    env.dire(`Aucun mois du ${debut} au ${fin} n’a de chiffres : charger l’instantané qui le clôt.`)
  if (format === 'json') await writeAnswer(env, [`${JSON.stringify(lignes)}\n`], options.sortie)
  else await writeAnswer(env, writeTableau(tableauForcages(lignes), format), options.sortie)
}
