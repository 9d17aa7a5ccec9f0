import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { HISTOIRE } from '../contract/histoire.ts'
import { litteral } from '../socle/sql/litteral.ts'
import { refs, runQuery } from '../socle/sql/query.ts'
import type { Dossier } from './dossier.ts'
import { listFichiers } from './fichiers.ts'
import { COLONNES_COURANTES, nullesSql } from './nulles-sql.ts'
import { parquetSql } from './parquet.ts'

/** Paths of the files of demandes that are missing, or that no longer open. */
export type Illisibles = ReadonlySet<string>

/** The columns that the views read of each sort of files. */
const LUES = {
  courantes: [{ nom: 'depuis', type: 'DATE' }, ...COLONNES_COURANTES],
  historique: [{ nom: 'depuis', type: 'DATE' }, { nom: 'jusqua', type: 'DATE' }, ...HISTOIRE],
} as const

/** What fails where a file does not open, or has not every column that is read of it. */
const essaiSql = (sorte: keyof typeof LUES, chemin: string): RawBuilder<unknown> =>
  sql`SELECT ${nullesSql(LUES[sorte])} UNION ALL (SELECT ${refs(LUES[sorte].map(({ nom }) => nom))} FROM ${parquetSql(chemin)} LIMIT 0)`

/**
 * Tries the files of demandes that the base cites, in an engine of their own: one that does not open would break the
 * transaction that tries it.
 */
export const listIllisibles = async (connection: DuckDBConnection, dossier: Dossier): Promise<Illisibles> => {
  const cites = (await listFichiers(connection)).flatMap(({ sorte, nom }) =>
    sorte === 'courantes' || sorte === 'historique' ? [{ sorte, nom }] : [],
  )
  const illisibles = new Set<string>()
  if (cites.length === 0) return illisibles
  const instance = await DuckDBInstance.create(':memory:')
  const essai = await instance.connect()
  try {
    for (const { sorte, nom } of cites) {
      const chemin = join(dossier[sorte], nom)
      const lisible =
        existsSync(chemin) &&
        (await runQuery(essai, essaiSql(sorte, chemin)).then(
          () => true,
          () => false,
        ))
      if (!lisible) illisibles.add(chemin)
    }
  } finally {
    essai.closeSync()
    instance.closeSync()
  }
  return illisibles
}

const SANS_VALEUR = sql`NULL::DATE AS depuis, NULL::DATE AS jusqua, ${nullesSql(COLONNES_COURANTES)}`

/** The rows of a file of demandes in a view; where it does not open, a relation that fails when its rows are asked for. */
export const sourceSql = (chemin: string, illisibles: Illisibles): RawBuilder<unknown> =>
  illisibles.has(chemin)
    ? sql`(SELECT ${SANS_VALEUR} FROM range(1) WHERE error(${litteral(`Fichier absent ou illisible : ${chemin}`)})::BOOLEAN)`
    : sql`read_parquet(${litteral(chemin)})`
