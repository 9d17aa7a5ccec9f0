import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { ErreurInfocentre } from '../erreur.ts'
import { texte } from './colonne.ts'
import { refs, runQuery } from './query.ts'
import type { Table } from './table.ts'

const colonneSql = ({ colonnes, defauts }: Table, nom: string): RawBuilder<unknown> => {
  const { type, nulle } = colonnes[nom] ?? { type: 'VARCHAR', nulle: true }
  const defaut = defauts[nom]
  return sql`${sql.ref(nom)} ${sql.raw(type)}${sql.raw(nulle ? '' : ' NOT NULL')}${sql.raw(defaut === undefined ? '' : ` DEFAULT ${defaut}`)}`
}

/** The statement that creates a table. */
export const createTableSql = (table: Table): RawBuilder<unknown> => {
  const colonnes = Object.keys(table.colonnes).map((nom) => colonneSql(table, nom))
  const cle = table.cle.length === 0 ? [] : [sql`PRIMARY KEY (${refs(table.cle)})`]
  return sql`CREATE TABLE IF NOT EXISTS ${sql.id(table.nom)} (${sql.join([...colonnes, ...cle])})`
}

const columnsOf = async (connection: DuckDBConnection, table: string): Promise<string[]> => {
  const lues = await runQuery(
    connection,
    sql`SELECT column_name AS nom FROM duckdb_columns() WHERE table_name = ${table} AND NOT internal ORDER BY column_index`,
    { nom: texte },
  )
  return lues.map(({ nom }) => nom)
}

/**
 * Creates a table where the base has none, and adds the columns that it has gained since the base was made.
 *
 * @throws ErreurInfocentre where the base's table is of another form.
 */
export const ensureTable = async (connection: DuckDBConnection, table: Table): Promise<void> => {
  await runQuery(connection, createTableSql(table))
  const presentes = await columnsOf(connection, table.nom)
  const declarees = Object.keys(table.colonnes)
  for (const nom of declarees.slice(presentes.length)) {
    const { type } = table.colonnes[nom] ?? { type: 'VARCHAR' }
    await runQuery(connection, sql`ALTER TABLE ${sql.id(table.nom)} ADD COLUMN ${sql.ref(nom)} ${sql.raw(type)}`)
  }
  if (presentes.some((nom, i) => nom !== declarees[i]))
    throw new ErreurInfocentre(
      'BASE_AUTRE_VERSION',
      `La table ${table.nom} de la base a été faite par une autre version du logiciel : reprendre cette version, ou choisir un dossier neuf avec --base et y recharger les instantanés.`,
      { table: table.nom, presentes, declarees },
    )
}
