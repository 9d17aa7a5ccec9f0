import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { SEUIL_DOUBLON } from '../../../metrics/doublons/seuil.ts'
import { tableauDoublons } from '../../../reports/tableau/doublons.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import { exporterDoublons } from '../../acces/porte/exporter-doublons.ts'
import { avecLecteur } from '../../acces/terminal.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import { chercherDoublons } from '../../services/doublons.ts'
import { territoireDe } from '../cible.ts'
import type { Environnement } from '../environnement.ts'
import { lireJour } from '../jours.ts'
import { writeAnswer } from '../sortie.ts'

export interface OptionsDoublons {
  readonly base: string
  readonly territoire?: string
  readonly instantane?: string
  readonly seuil?: number
  readonly format: Format
  readonly sortie?: string
}

/** Answers the probable duplicates kept for a snapshot; those of the latest are looked for where they were not. */
export const doublons = async (env: Environnement, options: OptionsDoublons): Promise<void> => {
  const { seuil = SEUIL_DOUBLON, format } = options
  const instantane = options.instantane === undefined ? undefined : lireJour(options.instantane)
  const lus = await env.avecBase(options.base, async (base) => {
    const territoire = await territoireDe(base, options.territoire)
    const maintenant = env.maintenant()
    await chercherDoublons(base, territoire, { maintenant, version: env.version, suivi: env.dire })
    const trouves = await avecLecteur(base, env.acces, jourDe(maintenant), (lecteur) =>
      exporterDoublons(lecteur, territoire, { instant: instantDe(maintenant), forme: format, instantane, seuil }),
    )
    if (trouves === null)
      throw new ErreurInfocentre(
        'DOUBLONS_ABSENTS',
        `Aucune paire n’a été cherchée pour ${territoire}${instantane === undefined ? '' : ` au ${instantane}`} : les noms ne sont gardés que pour le dernier instantané ; relancer sans --instantane.`,
      )
    return trouves
  })
  if (format === 'json') {
    const paires = lus.paires.map(({ a, b, probabilite, cle, groupe }) => ({ a, b, probabilite, cle, groupe }))
    await writeAnswer(env, [`${JSON.stringify({ paires, groupes: lus.groupes })}\n`], options.sortie)
  } else await writeAnswer(env, writeTableau(tableauDoublons(lus), format), options.sortie)
}
