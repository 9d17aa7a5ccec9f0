import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { entier } from '../../socle/sql/colonne.ts'
import { createTableSql } from '../../socle/sql/ddl.ts'
import { runOne, runQuery } from '../../socle/sql/query.ts'
import { lieuxDe, type Table } from '../../socle/sql/table.ts'
import { aToucherSql, type ColonnesDuLieu, resteSql } from './selection.ts'

const TERRITOIRE = sql.ref('t.territoire')

/** Writes a table again: a row that is only deleted stays in its blocks. */
const refaire = async (connection: DuckDBConnection, table: Table, colonnes: ColonnesDuLieu): Promise<void> => {
  const neuve = `${table.nom}_sans_purges`
  await runQuery(connection, createTableSql({ ...table, nom: neuve }))
  await runQuery(connection, sql`INSERT INTO ${sql.id(neuve)} ${resteSql(sql.id(table.nom), colonnes, TERRITOIRE)}`)
  await runQuery(connection, sql`DROP TABLE ${sql.id(table.nom)}`)
  await runQuery(connection, sql`ALTER TABLE ${sql.id(neuve)} RENAME TO ${sql.id(table.nom)}`)
}

/**
 * Erases from the tables of the base that may hold numbers, each of which has a column `territoire`, in the transaction of
 * the connection; whether any was touched.
 */
export const purgerMoteur = async (connection: DuckDBConnection, tables: readonly Table[]): Promise<boolean> => {
  let touche = false
  for (const table of tables) {
    const colonnes = lieuxDe([table])
    if (colonnes.length === 0) continue
    const { n } = await runOne(
      connection,
      sql`SELECT count(*) AS n FROM ${sql.id(table.nom)} t WHERE ${aToucherSql(colonnes, TERRITOIRE)}`,
      { n: entier },
    )
    if (n === 0) continue
    await refaire(connection, table, colonnes)
    touche = true
  }
  return touche
}
