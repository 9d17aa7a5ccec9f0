import { randomUUID } from 'node:crypto'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runOne, runQuery } from '../../socle/sql/query.ts'
import { parquetSql } from '../courantes.ts'
import { type Dossier, SORTES_DE_FICHIERS } from '../dossier.ts'
import { LIEUX_DES_FICHIERS } from '../lieux-des-numeros.ts'
import { aToucherSql, parLieu, resteSql } from './selection.ts'

/** A file that another has taken the place of. */
export interface Remplacement {
  readonly ancien: string
  readonly nouveau: string
}

const renommer = (nom: string): string => nom.replace(/-[0-9a-f]{8}(?=\.)/, `-${randomUUID().slice(0, 8)}`)

/**
 * Writes again, under new names, the files that hold something to erase, and cites these instead, in the transaction of
 * the connection. `ecrits` receives each path as soon as it may exist.
 */
export const purgerFichiers = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  ecrits: Remplacement[],
): Promise<void> => {
  const colonnesDe = parLieu(LIEUX_DES_FICHIERS)
  for (const { colonne, dossier: sorte } of SORTES_DE_FICHIERS) {
    const colonnes = colonnesDe.get(sorte)
    if (colonnes === undefined) continue
    const cites = await runQuery<{ territoire: string; nom: string }>(
      connection,
      sql`SELECT territoire, ${sql.ref(colonne)} AS nom FROM instantanes WHERE ${sql.ref(colonne)} IS NOT NULL ORDER BY ALL`,
    )
    for (const { territoire, nom } of cites) {
      const ancien = join(dossier[sorte], nom)
      const t = sql.lit(territoire)
      const { n } = await runOne<{ n: number }>(
        connection,
        sql`SELECT count(*) AS n FROM ${parquetSql(ancien)} t WHERE ${aToucherSql(colonnes, t)}`,
      )
      if (n === 0) continue
      const neuf = renommer(nom)
      const nouveau = join(dossier[sorte], neuf)
      ecrits.push({ ancien, nouveau })
      await runQuery(
        connection,
        sql`COPY (${resteSql(parquetSql(ancien), colonnes, t)}) TO ${sql.lit(nouveau)} (FORMAT PARQUET, COMPRESSION ZSTD)`,
      )
      chmodSync(nouveau, 0o600)
      await runQuery(
        connection,
        sql`UPDATE instantanes SET ${sql.ref(colonne)} = ${sql.lit(neuf)} WHERE ${sql.ref(colonne)} = ${sql.lit(nom)}`,
      )
    }
  }
}
