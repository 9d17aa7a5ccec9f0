import type { DuckDBConnection } from '@duckdb/node-api'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import type { TablesLues } from '../tables.ts'
import type { Ligne } from './ligne.ts'
import type { Norme, Normes } from './norme.ts'
import type { PeriodeRangee } from './pairs-stockes.ts'
import { RESULTATS } from './tables.ts'

const SANS_NORME: Readonly<Record<keyof Norme, null>> = { objectif: null, seuil: null, minimum: null }

/** Puts the figures of a period in the place of those it had, each with the norm it was judged by. */
export const ecrireResultats = async (
  connection: DuckDBConnection,
  { territoire, mois, duree }: PeriodeRangee,
  lignes: readonly Ligne[],
  normes: Normes,
): Promise<void> => {
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('resultats')
    .where('territoire', '=', territoire)
    .where('mois', '=', mois)
    .where('duree', '=', duree)
    .execute()
  await insertRows(
    connection,
    RESULTATS,
    lignes.map((ligne) => {
      const { objectif, seuil, minimum } = normes[ligne.indicateur] ?? SANS_NORME
      const distribution = duree === 1 ? ligne.distribution : null
      return { ...ligne, territoire, mois, duree, distribution, consolide: null, objectif, seuil, minimum }
    }),
  )
}
