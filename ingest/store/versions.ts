import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { HISTOIRE } from '../contract/histoire.ts'
import type { Jour } from '../socle/jour.ts'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import { litteral } from '../socle/sql/litteral.ts'
import { jourSql, refs, runQuery } from '../socle/sql/query.ts'
import type { Dossier } from './dossier.ts'
import { type Illisibles, sourceSql } from './illisibles.ts'
import { nullesSql } from './nulles-sql.ts'
import { parquetSql } from './parquet.ts'
import type { TablesDuMagasin } from './tables.ts'

/** The day until which a version that still holds is said to hold. */
export const TOUJOURS = sql`DATE '9999-12-31'`

const COLONNES = HISTOIRE.map(({ nom }) => nom)

const vide = sql`SELECT NULL::VARCHAR AS territoire, NULL::DATE AS depuis, NULL::DATE AS jusqua, ${nullesSql(HISTOIRE)} WHERE FALSE`

/**
 * Points the view `demandes_versions` at the files of history: the versions that still hold are each territory's latest
 * snapshot, those that have ended stand apart. One holds from the snapshot `depuis` (included) to the snapshot `jusqua`
 * (excluded).
 */
export const viewVersions = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  illisibles: Illisibles,
): Promise<void> => {
  const fichiers = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('instantanes')
    .select(['territoire', 'fichier_courantes as courantes', 'fichier_historique as historique'])
    .orderBy('territoire')
    .orderBy('date')
    .execute()
  const relations = fichiers.flatMap(({ territoire, courantes, historique }) => [
    ...(historique === null
      ? []
      : [
          sql`SELECT ${litteral(territoire)} AS territoire, depuis, jusqua, ${refs(COLONNES)} FROM ${sourceSql(join(dossier.historique, historique), illisibles)}`,
        ]),
    ...(courantes === null
      ? []
      : [
          sql`SELECT ${litteral(territoire)} AS territoire, depuis, ${TOUJOURS} AS jusqua, ${refs(COLONNES)} FROM ${sourceSql(join(dossier.courantes, courantes), illisibles)}`,
        ]),
  ])
  await runQuery(
    connection,
    sql`CREATE OR REPLACE VIEW demandes_versions AS ${sql.join(relations.length === 0 ? [vide] : relations, sql` UNION ALL `)}`,
  )
}

/** The demandes of a territory as they stood in one of its loaded snapshots. */
export const situationSql = (territoire: string, instantane: Jour, dernier: Jour | null): RawBuilder<unknown> =>
  instantane === dernier
    ? sql`(SELECT ${refs(COLONNES)} FROM demandes_courantes WHERE territoire = ${territoire})`
    : sql`(SELECT ${refs(COLONNES)} FROM demandes_versions WHERE territoire = ${territoire} AND depuis <= ${jourSql(instantane)} AND jusqua > ${jourSql(instantane)})`

/** Whether two rows of one demande are the same in history. */
export const memesSql = (a: string, b: string): RawBuilder<boolean> =>
  sql`(${sql.join(
    COLONNES.filter((nom) => nom !== 'numero_unique').map(
      (nom) => sql`${sql.ref(`${a}.${nom}`)} IS NOT DISTINCT FROM ${sql.ref(`${b}.${nom}`)}`,
    ),
    sql` AND `,
  )})`

/**
 * The demandes of a snapshot that follows all others, each with the snapshot since which it is as it is: as in
 * `anciennes`, the file of the latest until now, where nothing of it changed.
 */
export const suiviesSql = (
  date: Jour,
  nouvelles: RawBuilder<unknown>,
  anciennes: string | null,
): RawBuilder<unknown> =>
  anciennes === null
    ? sql`SELECT ${jourSql(date)} AS depuis, n.* FROM (${nouvelles}) n`
    : sql`SELECT CASE WHEN a.numero_unique IS NOT NULL AND ${memesSql('a', 'n')} THEN a.depuis ELSE ${jourSql(date)} END AS depuis, n.*
        FROM (${nouvelles}) n LEFT JOIN ${parquetSql(anciennes)} a ON a.numero_unique = n.numero_unique`

/** The versions of `anciennes` that end with the snapshot of `suivies`, the file that takes its place. */
export const closesSql = (date: Jour, anciennes: string, suivies: string): RawBuilder<unknown> =>
  sql`SELECT a.depuis, ${jourSql(date)} AS jusqua, ${refs(COLONNES, 'a')} FROM ${parquetSql(anciennes)} a
    WHERE NOT EXISTS (SELECT 1 FROM ${parquetSql(suivies)} s WHERE s.numero_unique = a.numero_unique AND s.depuis < ${jourSql(date)})`
