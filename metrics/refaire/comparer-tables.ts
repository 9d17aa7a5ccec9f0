import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Table } from '../../ingest/socle/sql/table.ts'
import type { EcartRefait } from './bilan.ts'

const COMBIEN = 20

const temoinDe = ({ nom }: Table): RawBuilder<unknown> => sql.id(`${nom}_avant`)

/** Keeps tables as they are, to be compared with what they become. */
export const garderTemoins = async (connection: DuckDBConnection, tables: readonly Table[]): Promise<void> => {
  for (const table of tables)
    await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${temoinDe(table)} AS FROM ${sql.id(table.nom)}`)
}

/** By what a row of a table is named: its month or its snapshot, then its indicator and entity, or its table. */
const nommerSql = ({ nom, colonnes }: Table) => {
  const de = sql.ref(colonnes.mois !== undefined && colonnes.indicateur !== undefined ? 'mois' : 'instantane')
  const quoi = ['indicateur', 'niveau', 'entite'].filter((colonne) => colonnes[colonne] !== undefined)
  const mots =
    quoi.length === 3
      ? sql.join(
          quoi.map((colonne) => sql.ref(colonne)),
          sql` || ' ' || `,
        )
      : sql`${nom}`
  return sql`territoire, ${de}::VARCHAR AS de, ${mots}::VARCHAR AS quoi`
}

/** The figures that are not those that were kept aside: a few of each table, by name. */
export const comparerTemoins = async (
  connection: DuckDBConnection,
  tables: readonly Table[],
): Promise<EcartRefait[]> => {
  const ecarts: EcartRefait[] = []
  for (const table of tables) {
    const [avant, apres] = [temoinDe(table), sql.id(table.nom)]
    const lus = await runQuery(
      connection,
      sql`SELECT DISTINCT ${nommerSql(table)} FROM ((FROM ${avant} EXCEPT ALL FROM ${apres}) UNION ALL (FROM ${apres} EXCEPT ALL FROM ${avant}))
        ORDER BY ALL LIMIT ${sql.raw(String(COMBIEN))}`,
      { territoire: texte, de: texte, quoi: texte },
    )
    ecarts.push(...(lus as unknown as EcartRefait[]))
    await runQuery(connection, sql`DROP TABLE ${avant}`)
  }
  return ecarts
}
