import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { COLONNES_SENSIBLES, HISTOIRE } from '../contract/histoire.ts'
import type { Jour } from '../socle/jour.ts'
import { jour, nul } from '../socle/sql/colonne.ts'
import { jourSql, refs, runOne, runQuery } from '../socle/sql/query.ts'
import { memesSql, TOUJOURS } from './versions.ts'

/** A temporary table: a territory's whole history, while a snapshot is put into the middle of it. */
const VERSIONS = sql.id('versions')

const COLONNES = HISTOIRE.map(({ nom }) => nom)

/** The loaded snapshot that follows a day, if any. */
const suivantSql = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<RawBuilder<unknown>> => {
  const { suivant } = await runOne(
    connection,
    sql`SELECT min(date) AS suivant FROM instantanes WHERE territoire = ${territoire} AND date > ${jourSql(date)}`,
    { suivant: nul(jour) },
  )
  return suivant === null ? TOUJOURS : jourSql(suivant)
}

/** Takes a snapshot out: what began with it begins with the next, what ended with it ends with the next. */
const removeVersions = async (
  connection: DuckDBConnection,
  date: Jour,
  suivant: RawBuilder<unknown>,
): Promise<void> => {
  const d = jourSql(date)
  await runQuery(connection, sql`DELETE FROM ${VERSIONS} WHERE depuis = ${d} AND jusqua = ${suivant}`)
  await runQuery(connection, sql`UPDATE ${VERSIONS} SET depuis = ${suivant} WHERE depuis = ${d}`)
  await runQuery(connection, sql`UPDATE ${VERSIONS} SET jusqua = ${suivant} WHERE jusqua = ${d}`)
}

/**
 * Adds a snapshot, wherever it falls. A version whose row is the same is left alone; one that differs, or whose demande
 * is gone, ends here, and goes on after the next snapshot where that one still showed it.
 */
const addVersions = async (
  connection: DuckDBConnection,
  date: Jour,
  suivant: RawBuilder<unknown>,
  nouvelles: RawBuilder<unknown>,
): Promise<void> => {
  const d = jourSql(date)
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ecarts AS
      SELECT v.rowid AS rang, v.jusqua, n.numero_unique IS NOT NULL AS presente, coalesce(v.numero_unique, n.numero_unique) AS numero_unique
      FROM (SELECT rowid, * FROM ${VERSIONS} WHERE depuis <= ${d} AND jusqua > ${d}) v
      FULL JOIN ${nouvelles} n ON n.numero_unique = v.numero_unique
      WHERE v.numero_unique IS NULL OR n.numero_unique IS NULL OR NOT (${memesSql('v', 'n')})`,
  )
  await runQuery(
    connection,
    sql`INSERT INTO ${VERSIONS} SELECT ${suivant}, v.jusqua, ${refs(COLONNES, 'v')}
      FROM ${VERSIONS} v JOIN ecarts e ON e.rang = v.rowid WHERE e.jusqua > ${suivant}`,
  )
  await runQuery(
    connection,
    sql`UPDATE ${VERSIONS} SET jusqua = ${d} WHERE rowid IN (SELECT rang FROM ecarts WHERE rang IS NOT NULL)`,
  )
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE reprises AS
      SELECT w.rowid AS rang, n.numero_unique FROM ecarts e JOIN ${nouvelles} n ON n.numero_unique = e.numero_unique
      JOIN ${VERSIONS} w ON w.depuis = ${suivant} AND w.numero_unique = n.numero_unique
      WHERE e.presente AND ${memesSql('w', 'n')}`,
  )
  await runQuery(connection, sql`UPDATE ${VERSIONS} SET depuis = ${d} WHERE rowid IN (SELECT rang FROM reprises)`)
  await runQuery(
    connection,
    sql`INSERT INTO ${VERSIONS} SELECT ${d}, ${suivant}, ${refs(COLONNES, 'n')} FROM ${nouvelles} n
      JOIN ecarts e ON e.numero_unique = n.numero_unique WHERE e.presente
      AND NOT EXISTS (SELECT 1 FROM reprises r WHERE r.numero_unique = n.numero_unique)`,
  )
}

/**
 * Puts a snapshot into a territory's history elsewhere than at its end, or another content in its place. `nouvelles` is a
 * relation of its demandes with the columns of history.
 */
export const refondreVersions = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
  nouvelles: RawBuilder<unknown>,
  remplace: boolean,
): Promise<void> => {
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${VERSIONS} AS SELECT depuis, jusqua, ${refs(COLONNES)} FROM demandes_versions WHERE territoire = ${territoire}`,
  )
  const suivant = await suivantSql(connection, territoire, date)
  if (remplace) await removeVersions(connection, date, suivant)
  await addVersions(connection, date, suivant, nouvelles)
}

/** The demandes of the latest snapshot in the history that `refondreVersions` left; `latest` holds their sensitive values. */
export const ouvertesSql = (latest: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT v.depuis, ${refs(COLONNES, 'v')}, ${refs(
    COLONNES_SENSIBLES.map(({ nom }) => nom),
    'l',
  )} FROM ${VERSIONS} v JOIN ${latest} l ON l.numero_unique = v.numero_unique WHERE v.jusqua = ${TOUJOURS} ORDER BY v.numero_unique`

/** The versions that have ended, in the same history. */
export const endedSql = sql`SELECT * FROM ${VERSIONS} WHERE jusqua <> ${TOUJOURS} ORDER BY numero_unique, depuis`
