import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Table } from '../contract/column.ts'
import type { NomTable } from '../contract/tables.ts'
import type { Part } from '../read/part.ts'
import { entier } from '../socle/sql/colonne.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import type { Correspondance } from './correspondance.ts'
import { dansLeDesordre, type Etabli } from './etabli.ts'
import { verifierSql } from './lignes-sql.ts'
import type { PartVerifiee } from './part-verifiee.ts'
import { oterTotal, placer, rejeterLigneCoupee } from './places.ts'
import { type Raison, verifiees } from './raisons.ts'
import type { Traductions } from './valeurs.ts'

/** Reads every row of a part into `verifiees_<table>`, typed and judged. Its rows come in no order: `placer` says theirs. */
export const verifierPart = async (
  etabli: Etabli,
  table: Table<NomTable>,
  part: Part,
  correspondance: Correspondance,
  valeurs: Readonly<Record<string, Traductions>>,
): Promise<PartVerifiee> => {
  const { connection } = etabli
  const nom = verifiees(table.nom)
  const { existe } = await runOne(
    connection,
    sql`SELECT count(*) AS existe FROM duckdb_tables() WHERE table_name = ${nom} AND database_name = ${etabli.base}`,
    { existe: entier },
  )
  const cible = sql.id(etabli.base, 'main', nom)
  const { numero } =
    existe === 0
      ? { numero: 0 }
      : await runOne(connection, sql`SELECT coalesce(max(part) + 1, 0) AS numero FROM ${cible}`, { numero: entier })
  const select = sql`SELECT *, ${numero}::INTEGER AS part FROM (${verifierSql(table, part, correspondance, valeurs)})`
  await dansLeDesordre(connection, () =>
    runQuery(connection, existe === 0 ? sql`CREATE TABLE ${cible} AS ${select}` : sql`INSERT INTO ${cible} ${select}`),
  )
  if (part.texte?.sansFin) await rejeterLigneCoupee(connection, table.nom, { part, numero })
  const total = part.totalFinal && (await oterTotal(connection, table.nom, { part, numero }))
  return { part, numero, total }
}

const CLES: Partial<Readonly<Record<NomTable, readonly [cle: string, raison: Raison]>>> = {
  demandes: ['numero_unique', 'NUMERO_UNIQUE_REPETE'],
  guichets: ['code', 'CODE_REPETE'],
}

/**
 * Ends the reading of a table's parts: each row that is rejected is placed in its file, and a key that stands more than once
 * is rejected but for the first row not rejected.
 */
export const acheverTable = async (
  connection: DuckDBConnection,
  table: NomTable,
  parts: readonly PartVerifiee[],
): Promise<void> => {
  const cible = sql.id(verifiees(table))
  const [nom, raison] = CLES[table] ?? []
  const cle = nom === undefined ? sql`NULL::VARCHAR` : sql.ref(nom)
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE repetees AS SELECT ${cle} AS cle FROM ${cible} WHERE raison IS NULL AND ${cle} IS NOT NULL
      GROUP BY ALL HAVING count(*) > 1`,
  )
  const repetee = sql`(raison IS NULL AND ${cle} IN (FROM repetees))`
  for (const part of parts) await placer(connection, table, part, repetee)
  if (nom === undefined || raison === undefined) return
  await runQuery(
    connection,
    sql`UPDATE ${cible} SET raison = ${raison}, colonne = ${nom}, valeur = ${cle} WHERE ${repetee} AND rowid NOT IN (
      SELECT arg_min(rowid, {'part': part, 'rang': rang}) FROM ${cible} WHERE ${repetee} GROUP BY ${cle})`,
  )
}
