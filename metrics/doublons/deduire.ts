import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { comparerSql } from './comparer.ts'
import type { Modele } from './modele.ts'
import { noterSql } from './noter.ts'
import { SEUIL_DOUBLON } from './seuil.ts'

/** Steps by which an identity is followed from one copy to the next, and copies of one demande beyond which it is not. */
const PAS = 3
const COPIES_MAX = 50

const DEDUITES = sql.id('doublons_deduites')

/**
 * Adds to the scored pairs those that others imply: two copies of one demande are copies of each other, however far apart
 * typing errors took them. Their probability is the product along the way, where it is more than their own.
 */
export const deduire = async (
  connection: DuckDBConnection,
  notees: RawBuilder<unknown>,
  modele: Modele,
): Promise<void> => {
  for (let pas = 0; pas < PAS; pas++) {
    await runQuery(
      connection,
      sql`CREATE OR REPLACE TEMP TABLE ${DEDUITES} AS WITH
        sures AS (SELECT a, b, probabilite FROM ${notees} WHERE probabilite >= ${SEUIL_DOUBLON}),
        liens AS (SELECT a AS x, b AS y, probabilite FROM sures UNION ALL SELECT b, a, probabilite FROM sures),
        suivis AS (SELECT * FROM liens WHERE x IN (SELECT x FROM liens GROUP BY x HAVING count(*) <= ${COPIES_MAX})),
        chemins AS (SELECT p.y AS a, q.y AS b, max(p.probabilite * q.probabilite) AS probabilite FROM suivis p JOIN suivis q ON q.x = p.x AND p.y < q.y GROUP BY ALL)
        SELECT c.a, c.b, round(c.probabilite, 9) AS probabilite, 127::UTINYINT AS libres FROM chemins c LEFT JOIN ${notees} n ON n.a = c.a AND n.b = c.b
        WHERE c.probabilite >= ${SEUIL_DOUBLON} AND coalesce(n.probabilite, 0) < ${SEUIL_DOUBLON}`,
    )
    const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM ${DEDUITES}`, { n: entier })
    if (n === 0) break
    await runQuery(connection, sql`DELETE FROM ${notees} n USING ${DEDUITES} d WHERE n.a = d.a AND n.b = d.b`)
    await runQuery(
      connection,
      sql`INSERT INTO ${notees} BY NAME SELECT n.* REPLACE (d.probabilite AS probabilite), TRUE AS deduite
        FROM (${noterSql(sql`(${comparerSql(DEDUITES)})`, modele)}) n JOIN ${DEDUITES} d ON d.a = n.a AND d.b = n.b`,
    )
  }
  await runQuery(connection, sql`DROP TABLE IF EXISTS ${DEDUITES}`)
}
