import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { ErreurInfocentre } from '../socle/erreur.ts'
import { ensureTable } from '../socle/sql/ddl.ts'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import { insertRows } from '../socle/sql/insert-rows.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { Table } from '../socle/sql/table.ts'
import { INSTALLATION, TABLES_DU_MAGASIN, type TablesDuMagasin } from './tables.ts'

const CLE = 'schema'

/** The form of the tables this software reads and writes; columns and tables gained since are added at opening. */
const SCHEMA = '3'

/** The form of a base; undefined where it says none. */
const lireForme = async (connection: DuckDBConnection): Promise<string | undefined> => {
  const ligne = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('installation')
    .select('valeur')
    .where('cle', '=', CLE)
    .executeTakeFirst()
  return ligne?.valeur
}

const refuseOther = async (connection: DuckDBConnection): Promise<void> => {
  const presentes = await runQuery(connection, sql`SELECT 1 FROM duckdb_tables() WHERE table_name = 'instantanes'`)
  if (presentes.length === 0) return
  const forme = await lireForme(connection)
  if (forme !== SCHEMA)
    throw new ErreurInfocentre(
      'BASE_AUTRE_VERSION',
      'La base a été créée par une autre version du logiciel : reprendre cette version, ou choisir un dossier neuf avec --base et y recharger les instantanés.',
      { schema: forme ?? null },
    )
}

/**
 * Creates the tables of a new base, this layer's, then those of the layers above, and adds to an older one what it lacks:
 * all of it or nothing.
 *
 * @throws ErreurInfocentre where the base has tables of another form.
 */
export const createTables = async (connection: DuckDBConnection, tables: readonly Table[]): Promise<void> => {
  await refuseOther(connection)
  await connection.run('BEGIN TRANSACTION')
  try {
    for (const table of [...TABLES_DU_MAGASIN, ...tables]) await ensureTable(connection, table)
    if ((await lireForme(connection)) === undefined)
      await insertRows(connection, INSTALLATION, [{ cle: CLE, valeur: SCHEMA }])
    await connection.run('COMMIT')
  } catch (cause) {
    await connection.run('ROLLBACK').catch(() => {})
    throw cause
  }
}
