import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runOne, runQuery } from '../../socle/sql/query.ts'
import { LIEUX_DU_MOTEUR } from '../lieux-des-numeros.ts'
import { aToucherSql, type ColonnesDuLieu, parLieu, resteSql } from './selection.ts'

const TERRITOIRE = sql.ref('t.territoire')

const definitionDe = async (connection: DuckDBConnection, table: string): Promise<string | undefined> =>
  (
    await runQuery<{ sql: string }>(
      connection,
      sql`SELECT sql FROM duckdb_tables() WHERE table_name = ${sql.lit(table)} AND NOT temporary`,
    )
  )[0]?.sql

/** Writes a table again: a row that is only deleted stays in its blocks. */
const refaire = async (
  connection: DuckDBConnection,
  table: string,
  definition: string,
  colonnes: ColonnesDuLieu,
): Promise<void> => {
  const neuve = `${table}_sans_purges`
  await connection.run(definition.replace(/^CREATE TABLE\s+[^(]+/, `CREATE TABLE ${neuve}`))
  await runQuery(connection, sql`INSERT INTO ${sql.id(neuve)} ${resteSql(sql.id(table), colonnes, TERRITOIRE)}`)
  await runQuery(connection, sql`DROP TABLE ${sql.id(table)}`)
  await runQuery(connection, sql`ALTER TABLE ${sql.id(neuve)} RENAME TO ${sql.id(table)}`)
}

/** Erases from the tables of the base, in the transaction of the connection; whether any was touched. */
export const purgerMoteur = async (connection: DuckDBConnection): Promise<boolean> => {
  let touche = false
  for (const [table, colonnes] of parLieu(LIEUX_DU_MOTEUR)) {
    const definition = await definitionDe(connection, table)
    if (definition === undefined) continue
    const { n } = await runOne<{ n: number }>(
      connection,
      sql`SELECT count(*) AS n FROM ${sql.id(table)} t WHERE ${aToucherSql(colonnes, TERRITOIRE)}`,
    )
    if (n === 0) continue
    await refaire(connection, table, definition, colonnes)
    touche = true
  }
  return touche
}
