import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { entier } from '../../socle/sql/colonne.ts'
import { runOne, runQuery } from '../../socle/sql/query.ts'
import { type Dossier, SORTES_DE_FICHIERS } from '../dossier.ts'
import { LIEUX_DES_FICHIERS } from '../lieux-des-numeros.ts'
import { parquetSql } from '../parquet.ts'
import { citer, citesDe, renommer } from './citations.ts'
import type { TerritoireEmpeche } from './empeches.ts'
import { aToucherSql, parLieu, resteSql } from './selection.ts'

/**
 * Writes again, under new names, the files that hold something to erase, but those of some territories, and cites these
 * instead, in the transaction of the connection; whether any was.
 */
export const purgerFichiers = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  empeches: readonly TerritoireEmpeche[],
): Promise<boolean> => {
  const colonnesDe = parLieu(LIEUX_DES_FICHIERS)
  let touche = false
  for (const { colonne, dossier: sorte } of SORTES_DE_FICHIERS) {
    const colonnes = colonnesDe.get(sorte)
    if (colonnes === undefined) continue
    for (const { territoire, nom } of await citesDe(connection, colonne)) {
      if (empeches.some((empeche) => empeche.territoire === territoire)) continue
      const ancien = join(dossier[sorte], nom)
      const t = sql`${territoire}`
      const { n } = await runOne(
        connection,
        sql`SELECT count(*) AS n FROM ${parquetSql(ancien)} t WHERE ${aToucherSql(colonnes, t)}`,
        { n: entier },
      )
      if (n === 0) continue
      const neuf = renommer(nom)
      const nouveau = join(dossier[sorte], neuf)
      await runQuery(
        connection,
        sql`COPY (${resteSql(parquetSql(ancien), colonnes, t)}) TO ${nouveau} (FORMAT PARQUET, COMPRESSION ZSTD)`,
      )
      chmodSync(nouveau, 0o600)
      await citer(connection, colonne, nom, neuf)
      touche = true
    }
  }
  return touche
}
