import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import type { Format } from '../../../reports/tableau/formats.ts'
import { writeTableau } from '../../../reports/tableau/formats.ts'
import { COLONNES_INSTANTANES, type LigneInstantane } from '../../../reports/tableau/instantanes.ts'
import type { Tableau } from '../../../reports/tableau/tableau.ts'
import type { Environnement } from '../environnement.ts'
import { writeAnswer } from '../sortie.ts'

const tableau = (lignes: readonly LigneInstantane[]): Tableau<LigneInstantane> => ({
  titre: 'Instantanés',
  colonnes: COLONNES_INSTANTANES,
  lignes,
})

/** Lists the loaded snapshots. */
export const instantanes = async (
  env: Environnement,
  options: { base: string; format: Format; sortie?: string },
): Promise<void> => {
  const lignes = await env.avecBase(options.base, async (base) =>
    (await listInstantanes(base.connection)).map(
      ({ territoire, date, source, synthetique, demandes, importe_le, empreintes, clos }) => ({
        territoire,
        date,
        source,
        synthetique,
        demandes,
        importe_le,
        empreintes,
        clos,
      }),
    ),
  )
  await writeAnswer(env, writeTableau(tableau(lignes), options.format), options.sortie)
}
