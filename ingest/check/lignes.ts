import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Table } from '../contract/column.ts'
import type { NomTable } from '../contract/tables.ts'
import type { Part } from '../read/part.ts'
import { entier, nul, texte } from '../socle/sql/colonne.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import type { Correspondance } from './correspondance.ts'
import { verifierSql } from './lignes-sql.ts'
import { AUCUNE_LIGNE, MASQUEE, type Raison, verifiees } from './raisons.ts'
import type { Traductions } from './valeurs.ts'

/** A part of a table once its rows are typed: where they stand in the table of verified rows. */
export interface PartVerifiee {
  readonly part: Part
  readonly premierRang: number
  readonly dernierRang: number
  /** Its last row was a « Total », and is none of its rows. */
  readonly total: boolean
}

/** A last line without line end that is short is not completed: it is cut. */
const rejeterLigneCoupee = (connection: DuckDBConnection, cible: ReturnType<typeof sql.id>) =>
  runQuery(
    connection,
    sql`UPDATE ${cible} SET raison = 'COLONNES', colonne = NULL, valeur = ${MASQUEE}, forme = NULL
      WHERE rowid = (SELECT max(rowid) FROM ${cible}) AND completee AND coalesce(raison NOT IN ('GUILLEMETS', ${AUCUNE_LIGNE}), TRUE)`,
  )

/** A last row that begins with « Total » is skipped where it is no valid row. */
const oterTotal = async (
  connection: DuckDBConnection,
  cible: ReturnType<typeof sql.id>,
  premierRang: number,
): Promise<boolean> => {
  const { rang, raison: motif } = await runOne(
    connection,
    sql`SELECT max(rowid) AS rang, arg_max_null(raison, rowid) AS raison FROM ${cible}
      WHERE rowid >= ${premierRang} AND raison IS DISTINCT FROM ${AUCUNE_LIGNE}`,
    { rang: nul(entier), raison: nul(texte) },
  )
  if (rang === null || motif === null) return false
  await runQuery(connection, sql`UPDATE ${cible} SET raison = ${AUCUNE_LIGNE} WHERE rowid = ${rang}`)
  return true
}

/** Reads every row of a part into `verifiees_<table>`, typed and judged, in the file's order: its rank is its line. */
export const verifierPart = async (
  connection: DuckDBConnection,
  table: Table<NomTable>,
  part: Part,
  correspondance: Correspondance,
  valeurs: Readonly<Record<string, Traductions>>,
): Promise<PartVerifiee> => {
  const cible = sql.id(verifiees(table.nom))
  const { existe } = await runOne(
    connection,
    sql`SELECT count(*) AS existe FROM duckdb_tables() WHERE temporary AND table_name = ${verifiees(table.nom)}`,
    { existe: entier },
  )
  const select = verifierSql(table, part, correspondance, valeurs)
  const compter = () => runOne(connection, sql`SELECT count(*) AS n FROM ${cible}`, { n: entier })
  const premierRang = existe === 0 ? 0 : (await compter()).n
  await runQuery(
    connection,
    existe === 0 ? sql`CREATE TEMP TABLE ${cible} AS ${select}` : sql`INSERT INTO ${cible} ${select}`,
  )
  if (part.texte?.sansFin) await rejeterLigneCoupee(connection, cible)
  const total = part.totalFinal && (await oterTotal(connection, cible, premierRang))
  return { part, premierRang, dernierRang: (await compter()).n - 1, total }
}

/** A key may stand once: the first row not rejected is kept, later ones are rejected. */
export const rejeterRepetitions = async (
  connection: DuckDBConnection,
  table: NomTable,
  cle: string,
  raison: Raison,
): Promise<void> => {
  const cible = sql.id(verifiees(table))
  const k = sql.ref(cle)
  await runQuery(
    connection,
    sql`UPDATE ${cible} SET raison = ${raison}, colonne = ${cle}, valeur = ${k} WHERE rowid IN (
      SELECT v.rowid FROM ${cible} v JOIN (
        SELECT ${k} AS cle, min(rowid) AS premier FROM ${cible} WHERE raison IS NULL GROUP BY ${k} HAVING count(*) > 1
      ) r ON v.${k} = r.cle WHERE v.raison IS NULL AND v.rowid > r.premier)`,
  )
}
