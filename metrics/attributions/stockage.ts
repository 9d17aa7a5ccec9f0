import type { DuckDBConnection } from '@duckdb/node-api'
import type { Jour } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import type { Forme, LigneDe } from '../../ingest/socle/sql/forme.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import type { Table } from '../../ingest/socle/sql/table.ts'
import type { TablesLues } from '../tables.ts'
import type { TABLES_MESURES } from './tables.ts'

/** Which snapshot a measure is of. */
export interface InstantaneMesure {
  readonly territoire: string
  readonly instantane: Jour
}

type NomMesures = (typeof TABLES_MESURES)[number]['nom']

/** Takes a snapshot's rows away from a table. */
export const viderMesures = async (
  connection: DuckDBConnection,
  { nom }: Table<NomMesures>,
  { territoire, instantane }: InstantaneMesure,
): Promise<void> => {
  await kyselyOn<TablesLues>(connection)
    .deleteFrom(nom)
    .where((eb) => eb.and({ territoire, instantane }))
    .execute()
}

/** Puts a snapshot's rows in the place of those that its table had. */
export const remplacerMesures = async <F extends Forme>(
  connection: DuckDBConnection,
  table: Table<NomMesures, F>,
  instantane: InstantaneMesure,
  lignes: readonly LigneDe<F>[],
): Promise<void> => {
  await viderMesures(connection, table, instantane)
  await insertRows(connection, table, lignes)
}
