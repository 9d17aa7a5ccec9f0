import { lireSemestre } from '../../../ingest/socle/semestre.ts'
import { composer } from '../../../reports/rapport.ts'
import type { Destinataire } from '../../../reports/rapports/destinataires.ts'
import { RAPPORTS_DU_SEMESTRE } from '../../../reports/rapports/registry.ts'
import { type FormeDeRapport, rendreRapport } from '../../../reports/render/formes.ts'
import { avecLecteur } from '../../acces/terminal.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import { lireMatiere } from '../../lecture/rapports/matiere-de.ts'
import { lireVersionPubliee } from '../../lecture/rapports/version-publiee.ts'
import { territoireDe } from '../cible.ts'
import type { Environnement } from '../environnement.ts'
import { writeAnswer } from '../sortie.ts'
import { MauvaisUsage } from '../usage.ts'

export interface OptionsBilan {
  readonly base: string
  readonly semestre: string
  readonly pour: Destinataire
  readonly territoire?: string
  /** Of what is published. */
  readonly version?: number
  readonly format: FormeDeRapport
  readonly sortie?: string
}

/** Answers a semester report: a published version as it is kept, else a draft of what the base knows now. */
export const bilan = async (env: Environnement, options: OptionsBilan): Promise<void> => {
  const semestre = lireSemestre(options.semestre)
  if (semestre === null)
    throw new MauvaisUsage(`« ${options.semestre} » n’est pas un semestre : l’écrire AAAA-S1 ou AAAA-S2.`)
  const maintenant = env.maintenant()
  const octets = await env.avecBase(options.base, async (base) => {
    const territoire = await territoireDe(base, options.territoire)
    return avecLecteur(base, env.acces, jourDe(maintenant), async (lecteur) => {
      if (options.version !== undefined)
        return lireVersionPubliee(lecteur, { ...options, territoire, semestre, version: options.version })
      const matiere = await lireMatiere(lecteur, {
        ...{ territoire, semestre, maintenant, pour: options.pour },
        redigeLe: instantDe(maintenant),
        par: env.acces.qui,
        logiciel: env.version,
      })
      return rendreRapport(composer(RAPPORTS_DU_SEMESTRE[options.pour], matiere), options.format)
    })
  })
  await writeAnswer(env, [octets], options.sortie)
}
