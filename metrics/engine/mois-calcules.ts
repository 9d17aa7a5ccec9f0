import type { DuckDBConnection } from '@duckdb/node-api'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import type { LigneDeTable } from '../../ingest/socle/sql/table.ts'
import type { TablesLues } from '../tables.ts'
import { MOIS_CALCULES } from './tables.ts'

/** How a month was computed. */
export type MoisCalcule = LigneDeTable<typeof MOIS_CALCULES>

export const lireMoisCalcules = (connection: DuckDBConnection, territoire: string): Promise<MoisCalcule[]> =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('mois_calcules')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('mois')
    .execute()

/** Puts how a month was computed in the place of how it was before. */
export const ecrireMoisCalcule = async (connection: DuckDBConnection, calcule: MoisCalcule): Promise<void> => {
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('mois_calcules')
    .where('territoire', '=', calcule.territoire)
    .where('mois', '=', calcule.mois)
    .execute()
  await insertRows(connection, MOIS_CALCULES, [calcule])
}
