import type { DuckDBConnection } from '@duckdb/node-api'
import type { Jour } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import type { TablesLues } from '../tables.ts'

/** Forgets the pairs of a snapshot: another content takes its place, or they are looked for again. */
export const oublierDoublons = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
): Promise<void> => {
  for (const table of ['doublons_paires', 'doublons_recherches'] as const)
    await kyselyOn<TablesLues>(connection)
      .deleteFrom(table)
      .where((eb) => eb.and({ territoire, instantane }))
      .execute()
}
