import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { lireIndicateurs } from '../../../metrics/lire.ts'
import type { Niveau } from '../../../metrics/resultat.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import { tableauIndicateurs } from '../../../reports/tableau/indicateurs.ts'
import { instantDe } from '../../horloge.ts'
import type { Environnement } from '../environnement.ts'
import { lirePeriode } from '../jours.ts'
import { writeAnswer } from '../sortie.ts'

export interface OptionsIndicateurs {
  readonly base: string
  readonly debut: string
  readonly fin: string
  readonly territoire?: string
  readonly niveau?: Niveau
  readonly guichet?: string
  readonly consolide?: boolean
  readonly format: Format
  readonly sortie?: string
}

/** Answers the stored indicators of one or several whole months. */
export const indicateurs = async (env: Environnement, options: OptionsIndicateurs): Promise<void> => {
  const { niveau, guichet } = options
  const { debut, fin } = lirePeriode(options, ', par exemple --debut 2026-10-01 --fin 2026-10-31')
  const lignes = await env.avecBase(options.base, async (base) => {
    const charges = await listInstantanes(base.connection)
    const territoires = options.territoire
      ? [options.territoire]
      : [...new Set(charges.map(({ territoire }) => territoire))]
    const lues = []
    for (const territoire of territoires)
      lues.push(
        ...(await lireIndicateurs(base.connection, {
          territoire,
          debut,
          fin,
          consolide: options.consolide ?? false,
          ...(niveau ? { niveau } : {}),
          ...(guichet ? { guichet } : {}),
        })),
      )
    return lues
  })
  if (lignes.length === 0)
    env.dire(
      `Aucun mois du ${debut} au ${fin} n’a de chiffres : charger un instantané daté des dix jours qui suivent la fin d’un mois.`,
    )
  const tableau = tableauIndicateurs(lignes, {
    territoire: options.territoire ?? 'tous',
    debut,
    fin,
    maintenant: instantDe(env.maintenant()),
    version: env.version,
    filtres: { niveau, guichet },
  })
  await writeAnswer(env, writeTableau(tableau, options.format), options.sortie)
}
