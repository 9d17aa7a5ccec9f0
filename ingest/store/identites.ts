import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { Dossier } from './dossier.ts'
import { parquetSql } from './parquet.ts'

/** The nominative columns of a territory's latest snapshot, and the day it stands for. */
export interface Identites {
  readonly instantane: Jour
  /** A relation of `numero_unique` and the nominative columns. */
  readonly relation: RawBuilder<unknown>
}

/** Where the names of a territory are; null where no snapshot has them. */
export const findIdentites = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  territoire: string,
): Promise<Identites | null> => {
  const [ligne] = await runQuery<{ date: Jour; fichier: string }>(
    connection,
    sql`SELECT date, fichier_identites AS fichier FROM instantanes WHERE territoire = ${sql.lit(territoire)} AND fichier_identites IS NOT NULL ORDER BY date DESC LIMIT 1`,
  )
  return ligne === undefined
    ? null
    : { instantane: ligne.date, relation: parquetSql(join(dossier.identites, ligne.fichier)) }
}

/** Who a demande is about, as its territory's latest snapshot says. */
export interface Identite {
  readonly numero_unique: string
  readonly nom: string | null
  readonly nom_naissance: string | null
  readonly prenom: string | null
  readonly date_naissance: Jour | null
  readonly conjoint_nom_naissance: string | null
  readonly conjoint_prenom: string | null
  readonly conjoint_date_naissance: Jour | null
  readonly code_postal: string | null
  readonly telephone: string | null
  readonly courriel: string | null
}

/** The only reading of names: those of a few demandes, for the gestionnaire's own screens. */
export const readIdentites = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  territoire: string,
  numeros: readonly string[],
): Promise<Identite[]> => {
  const identites = await findIdentites(connection, dossier, territoire)
  if (identites === null || numeros.length === 0) return []
  return runQuery<Identite>(
    connection,
    sql`SELECT numero_unique, nom, nom_naissance, prenom, date_naissance, conjoint_nom_naissance, conjoint_prenom, conjoint_date_naissance, code_postal, telephone, courriel
      FROM ${identites.relation} WHERE numero_unique IN (${sql.join(numeros.map((n) => sql.lit(n)))}) ORDER BY numero_unique`,
  )
}
