import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { NomTable } from '../contract/tables.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import type { PartVerifiee } from './lignes.ts'
import { AUCUNE_LIGNE, verifiees } from './raisons.ts'

const estRejet = sql`raison IS NOT NULL AND raison <> ${sql.lit(AUCUNE_LIGNE)}`

/** Rejected rows of a part: file, line, reason, column, value (masked where it must be), number when it reads as one. */
const rejetsSql = (table: NomTable, { part, premierRang, dernierRang }: PartVerifiee): RawBuilder<unknown> => {
  const ligne = part.tableLignes
    ? sql`(SELECT l.ligne FROM ${sql.id(part.tableLignes)} l WHERE l.rowid = v.rowid - ${sql.lit(premierRang)})`
    : sql`v.rowid - ${sql.lit(premierRang)} + ${sql.lit(part.premiereLigne)}`
  const numero = table === 'demandes' ? sql`v.numero_unique` : sql`NULL::VARCHAR`
  return sql`SELECT ${sql.lit(part.fichier.nom)} AS fichier, ${ligne} AS ligne, v.raison, v.colonne, v.valeur, ${numero} AS numero_unique
    FROM ${sql.id(verifiees(table))} v WHERE ${estRejet} AND v.rowid BETWEEN ${sql.lit(premierRang)} AND ${sql.lit(dernierRang)}`
}

export interface PartRejetable {
  readonly table: NomTable
  readonly part: PartVerifiee
}

/** Writes the complete rejects file, as French Excel opens it. Nothing is written where nothing was rejected. */
export const ecrireRejets = async (
  connection: DuckDBConnection,
  parts: readonly PartRejetable[],
  chemin: string,
): Promise<number> => {
  const union = sql.join(
    parts.map(({ table, part }) => rejetsSql(table, part)),
    sql` UNION ALL `,
  )
  const { n } = await runOne<{ n: number }>(connection, sql`SELECT count(*) AS n FROM (${union})`)
  if (n === 0) return 0
  await runQuery(
    connection,
    sql`COPY (SELECT fichier AS ${sql.ref('\ufefffichier')}, ligne, raison, colonne, valeur, numero_unique FROM (${union}) ORDER BY fichier, ligne)
      TO ${sql.lit(chemin)} (FORMAT CSV, DELIMITER ';', HEADER)`,
  )
  return n
}

/** How many rows of a table were rejected, by reason. */
export const compterRejets = async (connection: DuckDBConnection, table: NomTable): Promise<Record<string, number>> => {
  const lignes = await runQuery<{ raison: string; n: number }>(
    connection,
    sql`SELECT raison, count(*) AS n FROM ${sql.id(verifiees(table))} WHERE ${estRejet} GROUP BY raison ORDER BY raison`,
  )
  return Object.fromEntries(lignes.map(({ raison, n }) => [raison, n]))
}
