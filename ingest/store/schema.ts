import { readFileSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { ErreurInfocentre } from '../socle/erreur.ts'
import { resource } from '../socle/ressource.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'

/** The form of the tables this software reads and writes. */
const SCHEMA = '3'

const refuseOther = async (connection: DuckDBConnection): Promise<void> => {
  const { tables } = await runOne<{ tables: number }>(
    connection,
    sql`SELECT count(*) AS tables FROM duckdb_tables() WHERE table_name = 'instantanes'`,
  )
  if (tables === 0) return
  const [ligne] = await runQuery<{ valeur: string }>(
    connection,
    sql`SELECT valeur FROM installation WHERE cle = 'schema'`,
  )
  if (ligne?.valeur !== SCHEMA)
    throw new ErreurInfocentre(
      'BASE_AUTRE_VERSION',
      'La base a été créée par une autre version du logiciel : reprendre cette version, ou choisir un dossier neuf avec --base et y recharger les instantanés.',
      { schema: ligne?.valeur ?? null },
    )
}

/**
 * Creates the tables of a new base.
 *
 * @throws ErreurInfocentre where the base has tables of another form.
 */
export const createTables = async (connection: DuckDBConnection): Promise<void> => {
  await refuseOther(connection)
  await connection.run(readFileSync(resource('ingest/store/schema.sql'), 'utf8'))
  await runQuery(connection, sql`INSERT OR IGNORE INTO installation VALUES ('schema', ${sql.lit(SCHEMA)})`)
}
