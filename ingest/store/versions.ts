import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { HISTOIRE } from '../contract/histoire.ts'
import type { Jour } from './jour.ts'
import { jourSql, refs, runOne, runQuery } from './query.ts'

/** The day until which a version that still holds is said to hold. */
export const TOUJOURS = sql`DATE '9999-12-31'`

const COLONNES = HISTOIRE.map(({ nom }) => nom)

/** The demandes of a territory as they stood in one of its loaded snapshots. */
export const situationSql = (territoire: string, instantane: Jour, dernier: Jour | null): RawBuilder<unknown> =>
  instantane === dernier
    ? sql`(SELECT ${refs(COLONNES)} FROM demandes_courantes WHERE territoire = ${sql.lit(territoire)})`
    : sql`(SELECT ${refs(COLONNES)} FROM demandes_versions WHERE territoire = ${sql.lit(territoire)} AND depuis <= ${jourSql(instantane)} AND jusqua > ${jourSql(instantane)})`

/** The loaded snapshot that follows a day, if any. */
const suivantSql = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<RawBuilder<unknown>> => {
  const { suivant } = await runOne<{ suivant: Jour | null }>(
    connection,
    sql`SELECT min(date) AS suivant FROM instantanes WHERE territoire = ${sql.lit(territoire)} AND date > ${jourSql(date)}`,
  )
  return suivant === null ? TOUJOURS : jourSql(suivant)
}

/**
 * Takes a snapshot out of history, before another content takes its place: what began with it begins with the next, what
 * ended with it ends with the next.
 */
export const removeVersions = async (connection: DuckDBConnection, territoire: string, date: Jour): Promise<void> => {
  const suivant = await suivantSql(connection, territoire, date)
  const t = sql.lit(territoire)
  const d = jourSql(date)
  await runQuery(
    connection,
    sql`DELETE FROM demandes_versions WHERE territoire = ${t} AND depuis = ${d} AND jusqua = ${suivant}`,
  )
  await runQuery(
    connection,
    sql`UPDATE demandes_versions SET depuis = ${suivant} WHERE territoire = ${t} AND depuis = ${d}`,
  )
  await runQuery(
    connection,
    sql`UPDATE demandes_versions SET jusqua = ${suivant} WHERE territoire = ${t} AND jusqua = ${d}`,
  )
}

/**
 * Adds a snapshot to history, wherever it falls between those already there. `nouvelles` is a relation of its demandes
 * with the columns of history. A version whose row is the same is left alone; one that differs, or whose demande is
 * gone, ends here, and goes on after the next snapshot where that one still showed it.
 */
export const addVersions = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
  nouvelles: RawBuilder<unknown>,
): Promise<void> => {
  const suivant = await suivantSql(connection, territoire, date)
  const t = sql.lit(territoire)
  const d = jourSql(date)
  const autres = COLONNES.filter((nom) => nom !== 'numero_unique')
  const memes = (a: string, b: string) =>
    sql.join(
      autres.map((nom) => sql`${sql.ref(`${a}.${nom}`)} IS NOT DISTINCT FROM ${sql.ref(`${b}.${nom}`)}`),
      sql` AND `,
    )
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ecarts AS
      SELECT v.rowid AS rang, v.jusqua, n.numero_unique IS NOT NULL AS presente, coalesce(v.numero_unique, n.numero_unique) AS numero_unique
      FROM (SELECT rowid, * FROM demandes_versions WHERE territoire = ${t} AND depuis <= ${d} AND jusqua > ${d}) v
      FULL JOIN ${nouvelles} n ON n.numero_unique = v.numero_unique
      WHERE v.numero_unique IS NULL OR n.numero_unique IS NULL OR NOT (${memes('v', 'n')})`,
  )
  await runQuery(
    connection,
    sql`INSERT INTO demandes_versions SELECT ${t}, ${suivant}, v.jusqua, ${refs(COLONNES, 'v')}
      FROM demandes_versions v JOIN ecarts e ON e.rang = v.rowid WHERE e.jusqua > ${suivant}`,
  )
  await runQuery(
    connection,
    sql`UPDATE demandes_versions SET jusqua = ${d} WHERE rowid IN (SELECT rang FROM ecarts WHERE rang IS NOT NULL)`,
  )
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE reprises AS
      SELECT w.rowid AS rang, n.numero_unique FROM ecarts e JOIN ${nouvelles} n ON n.numero_unique = e.numero_unique
      JOIN demandes_versions w ON w.territoire = ${t} AND w.depuis = ${suivant} AND w.numero_unique = n.numero_unique
      WHERE e.presente AND ${memes('w', 'n')}`,
  )
  await runQuery(connection, sql`UPDATE demandes_versions SET depuis = ${d} WHERE rowid IN (SELECT rang FROM reprises)`)
  await runQuery(
    connection,
    sql`INSERT INTO demandes_versions SELECT ${t}, ${d}, ${suivant}, ${refs(COLONNES, 'n')} FROM ${nouvelles} n
      JOIN ecarts e ON e.numero_unique = n.numero_unique WHERE e.presente
      AND NOT EXISTS (SELECT 1 FROM reprises r WHERE r.numero_unique = n.numero_unique)`,
  )
}
