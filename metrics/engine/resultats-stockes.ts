import type { DuckDBConnection } from '@duckdb/node-api'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import type { TablesLues } from '../tables.ts'
import type { Ligne } from './ligne.ts'
import type { PeriodeRangee } from './pairs-stockes.ts'
import { RESULTATS } from './tables.ts'

/** Puts the figures of a period in the place of those it had. Twelve months keep no distribution: sums read months alone. */
export const ecrireResultats = async (
  connection: DuckDBConnection,
  { territoire, mois, duree }: PeriodeRangee,
  lignes: readonly Ligne[],
): Promise<void> => {
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('resultats')
    .where('territoire', '=', territoire)
    .where('mois', '=', mois)
    .where('duree', '=', duree)
    .execute()
  const commun = { territoire, mois, duree, consolide: null }
  if (duree === 1) await insertRows(connection, RESULTATS, lignes, commun)
  else await insertRows(connection, RESULTATS, lignes, { ...commun, distribution: null })
}
