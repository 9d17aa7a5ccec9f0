import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'

/** The tables of a snapshot's measures, each with the columns that follow the territory and the snapshot. */
const TABLES = {
  attributions_delais: {
    niveau: 'VARCHAR',
    entite: 'VARCHAR',
    libelle: 'VARCHAR',
    categorie: 'VARCHAR',
    mois: 'VARCHAR',
    enregistrees: 'BIGINT',
    n: 'BIGINT',
    anterieures: 'BIGINT',
    mediane: 'DOUBLE',
    p90: 'DOUBLE',
    plus_7: 'BIGINT',
    plus_30: 'BIGINT',
    plus_90: 'BIGINT',
    distribution: 'JSON',
  },
  attributions_triangles: { niveau: 'VARCHAR', entite: 'VARCHAR', mois: 'VARCHAR', retard: 'INTEGER', n: 'BIGINT' },
  attributions_estimees: {
    niveau: 'VARCHAR',
    entite: 'VARCHAR',
    mois: 'VARCHAR',
    enregistrees: 'BIGINT',
    part_enregistree: 'DOUBLE',
    estimees: 'DOUBLE',
    ic_bas: 'DOUBLE',
    ic_haut: 'DOUBLE',
    provisoire: 'BOOLEAN',
    delai_median: 'DOUBLE',
    delai_p90: 'DOUBLE',
    chaine: 'DOUBLE',
  },
  attributions_jours: { guichet: 'VARCHAR', trimestre: 'VARCHAR', n: 'BIGINT', jour: 'DATE', n_jour: 'BIGINT' },
  attributions_signalees: { nature: 'VARCHAR', guichet: 'VARCHAR', n: 'BIGINT' },
  attributions_silences: { service: 'VARCHAR', libelle: 'VARCHAR', derniere: 'DATE', avant: 'BIGINT' },
} as const

export type TableMesures = keyof typeof TABLES

/** A row as it is written: every column of its table, days as `AAAA-MM-JJ`. */
export type LigneMesures<Table extends TableMesures> = Readonly<Record<keyof (typeof TABLES)[Table], unknown>>

export const TABLES_MESURES = Object.keys(TABLES) as readonly TableMesures[]

/** The columns of a table that follow the territory and the snapshot. */
export const colonnesMesures = (table: TableMesures): readonly string[] => Object.keys(TABLES[table])

/** That of one snapshot, in any of the tables. */
export const deLInstantane = (territoire: string, instantane: Jour): RawBuilder<boolean> =>
  sql`territoire = ${sql.lit(territoire)} AND instantane = ${jourSql(instantane)}`

/** Puts a snapshot's rows in the place of those that its table had. */
export const remplacerMesures = async <Table extends TableMesures>(
  connection: DuckDBConnection,
  table: Table,
  territoire: string,
  instantane: Jour,
  lignes: readonly LigneMesures<Table>[],
): Promise<void> => {
  await runQuery(connection, sql`DELETE FROM ${sql.id(table)} WHERE ${deLInstantane(territoire, instantane)}`)
  if (lignes.length === 0) return
  const forme = JSON.stringify([TABLES[table]])
  await runQuery(
    connection,
    sql`INSERT INTO ${sql.id(table)} BY NAME SELECT ${sql.lit(territoire)} AS territoire, ${jourSql(instantane)} AS instantane, unnest(ligne)
      FROM (SELECT unnest(from_json(${JSON.stringify(lignes)}, ${sql.lit(forme)})) AS ligne)`,
  )
}
