import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { litteral } from '../socle/sql/litteral.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { Dossier } from './dossier.ts'
import { listFichiers } from './fichiers.ts'
import { COLONNES_COURANTES, nullesSql } from './nulles-sql.ts'
import { parquetSql } from './parquet.ts'

/** Paths of files that are missing, or that no longer open. */
export type Illisibles = ReadonlySet<string>

/** Tries some files, out of any transaction: one that does not open would break it. */
export const listIllisiblesParmi = async (essai: DuckDBConnection, chemins: readonly string[]): Promise<Illisibles> => {
  const illisibles = new Set<string>()
  for (const chemin of chemins) {
    const lisible =
      existsSync(chemin) &&
      (await runQuery(essai, sql`SELECT 1 FROM ${parquetSql(chemin)} LIMIT 0`).then(
        () => true,
        () => false,
      ))
    if (!lisible) illisibles.add(chemin)
  }
  return illisibles
}

/** The files of demandes that the base cites and that do not open, tried in an engine of their own. */
export const listIllisibles = async (connection: DuckDBConnection, dossier: Dossier): Promise<Illisibles> => {
  const chemins = (await listFichiers(connection)).flatMap(({ sorte, nom }) =>
    sorte === 'courantes' || sorte === 'historique' ? [join(dossier[sorte], nom)] : [],
  )
  if (chemins.length === 0) return new Set()
  const instance = await DuckDBInstance.create(':memory:')
  const essai = await instance.connect()
  try {
    return await listIllisiblesParmi(essai, chemins)
  } finally {
    essai.closeSync()
    instance.closeSync()
  }
}

const SANS_VALEUR = sql`NULL::DATE AS depuis, NULL::DATE AS jusqua, ${nullesSql(COLONNES_COURANTES)}`

/** The rows of a file of demandes in a view; where it does not open, a relation that fails when its rows are asked for. */
export const sourceSql = (chemin: string, illisibles: Illisibles): RawBuilder<unknown> =>
  illisibles.has(chemin)
    ? sql`(SELECT ${SANS_VALEUR} FROM range(1) WHERE error(${litteral(`Fichier absent ou illisible : ${chemin}`)})::BOOLEAN)`
    : sql`read_parquet(${litteral(chemin)})`
