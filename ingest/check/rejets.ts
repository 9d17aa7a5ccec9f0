import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { NomTable } from '../contract/tables.ts'
import { entier, nul, texte } from '../socle/sql/colonne.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import { ecrireClasseurRejets } from '../store/classeur-rejets.ts'
import { nomDuClasseur } from '../store/nom-rejets.ts'
import type { PartVerifiee } from './part-verifiee.ts'
import { AUCUNE_LIGNE, verifiees } from './raisons.ts'

const estRejet = sql`raison IS NOT NULL AND raison <> ${AUCUNE_LIGNE}`

/** The line of a rejected row: its rank in its part, and the lines that records of several lines add before it. */
const ligneSql = ({ part }: PartVerifiee): RawBuilder<unknown> => {
  const ligne = sql`v.rang + ${part.premiereLigne}`
  if (part.tableDecalages === undefined) return ligne
  return sql`${ligne} + coalesce((SELECT max(d.decalage) FROM ${sql.id(part.tableDecalages)} d WHERE d.rang <= v.rang), 0)`
}

/** Rejected rows of a part: file, line, reason, column, value (masked where it must be), number when it reads as one. */
const rejetsSql = ({ table, part }: PartRejetable): RawBuilder<unknown> => {
  const numero = table === 'demandes' ? sql`v.numero_unique` : sql`NULL::VARCHAR`
  return sql`SELECT ${part.part.fichier.nom} AS fichier, ${ligneSql(part)} AS ligne, v.raison, v.colonne, v.valeur, v.forme, ${numero} AS numero_unique
    FROM ${sql.id(verifiees(table))} v WHERE ${estRejet} AND v.part = ${part.numero}`
}

export interface PartRejetable {
  readonly table: NomTable
  readonly part: PartVerifiee
}

const unionSql = (parts: readonly PartRejetable[]) => sql.join(parts.map(rejetsSql), sql` UNION ALL `)

/**
 * Writes the complete rejects file, as French Excel opens it, and beside it a workbook whose cells are all text. Nothing is
 * written where nothing was rejected.
 */
export const ecrireRejets = async (
  connection: DuckDBConnection,
  parts: readonly PartRejetable[],
  chemin: string,
): Promise<number> => {
  const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM (${unionSql(parts)})`, { n: entier })
  if (n === 0) return 0
  await runQuery(
    connection,
    sql`COPY (SELECT fichier AS ${sql.ref('\ufefffichier')}, ligne, raison, colonne, valeur, numero_unique FROM (${unionSql(parts)}) ORDER BY fichier, ligne)
      TO ${chemin} (FORMAT CSV, DELIMITER ';', HEADER)`,
  )
  await ecrireClasseurRejets(chemin, nomDuClasseur(chemin))
  return n
}

/** How many rows of a table were rejected, by reason. */
export const compterRejets = async (connection: DuckDBConnection, table: NomTable): Promise<Record<string, number>> => {
  const lignes = await runQuery(
    connection,
    sql`SELECT raison, count(*) AS n FROM ${sql.id(verifiees(table))} WHERE ${estRejet} GROUP BY raison ORDER BY raison`,
    { raison: texte, n: entier },
  )
  return Object.fromEntries(lignes.map(({ raison, n }) => [raison, n]))
}

/** A rejected row: where, why, and the shape of the value, which is never shown. */
export interface PremierRejet {
  readonly fichier: string
  readonly ligne: number
  readonly raison: string
  readonly colonne: string | null
  readonly forme: string | null
}

export const premiersRejets = (
  connection: DuckDBConnection,
  parts: readonly PartRejetable[],
  combien: number,
): Promise<PremierRejet[]> =>
  runQuery(
    connection,
    sql`SELECT fichier, ligne, raison, colonne, forme FROM (${unionSql(parts)}) ORDER BY fichier, ligne LIMIT ${combien}`,
    { fichier: texte, ligne: entier, raison: texte, colonne: nul(texte), forme: nul(texte) },
  )

export const direRejet = ({ fichier, ligne, raison, colonne, forme }: PremierRejet): string =>
  `${fichier}, ligne ${ligne} : ${raison}${colonne === null ? '' : ` dans ${colonne}`}${forme === null ? '' : ` (de la forme ${forme})`}`
