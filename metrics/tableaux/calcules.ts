import type { DuckDBConnection } from '@duckdb/node-api'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import type { LigneDeTable } from '../../ingest/socle/sql/table.ts'
import type { TablesLues } from '../tables.ts'
import { TABLEAUX_CALCULES } from './tables.ts'

/** How the tables of a snapshot were counted. */
export type TableauxCalcules = LigneDeTable<typeof TABLEAUX_CALCULES>

/** Those of a territory, the oldest first. */
export const lireCalcules = (connection: DuckDBConnection, territoire: string): Promise<TableauxCalcules[]> =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('tableaux_calcules')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('instantane')
    .execute()

export const ecrireCalcules = async (connection: DuckDBConnection, calcules: TableauxCalcules): Promise<void> => {
  const { territoire, instantane } = calcules
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('tableaux_calcules')
    .where((eb) => eb.and({ territoire, instantane }))
    .execute()
  await insertRows(connection, TABLEAUX_CALCULES, [calcules])
}
