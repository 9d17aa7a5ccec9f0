import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { NomTable } from '../contract/tables.ts'
import { entier, nul, texte } from '../socle/sql/colonne.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { PartVerifiee } from './part-verifiee.ts'
import { AUCUNE_LIGNE, MASQUEE, verifiees } from './raisons.ts'

type PartPlacable = Pick<PartVerifiee, 'part' | 'numero'>

/** Where a part's last record stands in the table of verified rows: its row's `rowid`, and its rank in the part. */
interface Derniere {
  readonly id: number
  readonly rang: number
  readonly raison: string | null
}

const DERNIERE = { id: entier, rang: entier, raison: nul(texte) }

/** The last of a part's records, or the last that is not empty. A text's is known again by its mark, among its equals. */
const trouverDerniere = async (
  connection: DuckDBConnection,
  table: NomTable,
  { part, numero }: PartPlacable,
  pleine: boolean,
): Promise<Derniere | null> => {
  const lignes = sql`(SELECT rowid AS id, * FROM ${sql.id(verifiees(table))} WHERE part = ${numero})`
  const requete =
    part.texte === undefined
      ? sql`SELECT id, rang, raison FROM ${lignes} ${pleine ? sql`WHERE raison IS DISTINCT FROM ${AUCUNE_LIGNE}` : sql``} ORDER BY rang DESC LIMIT 1`
      : sql`WITH derniere AS (SELECT marque, rang FROM (${part.texte.places}) ${pleine ? sql`WHERE NOT vide` : sql``} ORDER BY rang DESC LIMIT 1)
          SELECT v.id, d.rang, v.raison FROM derniere d JOIN ${lignes} v ON v.marque = d.marque ORDER BY v.id LIMIT 1`
  const [derniere] = await runQuery(connection, requete, DERNIERE)
  return derniere ?? null
}

/** A last line without line end that is short is not completed: it is cut. */
export const rejeterLigneCoupee = async (
  connection: DuckDBConnection,
  table: NomTable,
  part: PartPlacable,
): Promise<void> => {
  const derniere = await trouverDerniere(connection, table, part, false)
  if (derniere === null) return
  await runQuery(
    connection,
    sql`UPDATE ${sql.id(verifiees(table))} SET raison = 'COLONNES', colonne = NULL, valeur = ${MASQUEE}, forme = NULL, rang = ${derniere.rang}
      WHERE rowid = ${derniere.id} AND completee AND coalesce(raison NOT IN ('GUILLEMETS', ${AUCUNE_LIGNE}), TRUE)`,
  )
}

/** A last row that begins with « Total » is skipped where it is no valid row. */
export const oterTotal = async (
  connection: DuckDBConnection,
  table: NomTable,
  part: PartPlacable,
): Promise<boolean> => {
  const derniere = await trouverDerniere(connection, table, part, true)
  if (derniere === null || derniere.raison === null) return false
  await runQuery(
    connection,
    sql`UPDATE ${sql.id(verifiees(table))} SET raison = ${AUCUNE_LIGNE}, rang = ${derniere.rang} WHERE rowid = ${derniere.id}`,
  )
  return true
}

/**
 * Gives their rank to the rows of a text that are rejected, and to those of `repetee`: no other is told by its line. Rows
 * that hold the very same line have its places between them, in one order or another.
 */
export const placer = async (
  connection: DuckDBConnection,
  table: NomTable,
  { part, numero }: PartPlacable,
  repetee: RawBuilder<unknown>,
): Promise<void> => {
  if (part.texte === undefined) return
  const cible = sql.id(verifiees(table))
  const parmi = (ordre: RawBuilder<unknown>) => sql`row_number() OVER (PARTITION BY marque ORDER BY ${ordre}) AS place`
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE a_placer AS SELECT rowid AS id, marque, ${parmi(sql`rowid`)} FROM ${cible}
      WHERE part = ${numero} AND rang IS NULL AND (coalesce(raison <> ${AUCUNE_LIGNE}, FALSE) OR ${repetee})`,
  )
  const [rien] = await runQuery(connection, sql`SELECT 1 AS n FROM a_placer LIMIT 1`, { n: entier })
  if (rien === undefined) return
  const libres = sql`SELECT marque, rang FROM (${part.texte.places}) WHERE marque IN (SELECT marque FROM a_placer)
    AND rang NOT IN (SELECT rang FROM ${cible} WHERE part = ${numero} AND rang IS NOT NULL)`
  await runQuery(
    connection,
    sql`UPDATE ${cible} SET rang = p.rang FROM (
      SELECT a.id, l.rang FROM a_placer a JOIN (SELECT marque, rang, ${parmi(sql`rang`)} FROM (${libres})) l
        ON l.marque = a.marque AND l.place = a.place) p WHERE ${cible}.rowid = p.id`,
  )
}
