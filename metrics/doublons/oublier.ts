import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'

/** Forgets the pairs of a snapshot: another content takes its place, or they are looked for again. */
export const oublierDoublons = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
): Promise<void> => {
  for (const table of ['doublons_paires', 'doublons_recherches'])
    await runQuery(
      connection,
      sql`DELETE FROM ${sql.id(table)} WHERE territoire = ${sql.lit(territoire)} AND instantane = ${jourSql(instantane)}`,
    )
}
