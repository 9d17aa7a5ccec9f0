import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { AUTRE_PRENOM } from './comparaisons.ts'
import { comparerSql } from './comparer.ts'
import { proches } from './comparer-noms.ts'
import { FICHES } from './fiches.ts'
import type { Modele } from './modele.ts'
import { noterSql } from './noter.ts'
import { SEUIL_DOUBLON } from './seuil.ts'

/** Steps by which an identity is followed from one copy to the next, and copies of one demande beyond which it is not. */
const PAS = 3
const COPIES_MAX = 50

const DEDUITES = sql.id('doublons_deduites')

const vrai = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`coalesce(${condition}, FALSE)`
const proche = (a: string, b: string): RawBuilder<unknown> => vrai(proches(sql.ref(a), sql.ref(b)))

/**
 * Two demandes `x` and `y` that cannot be one, whatever links them to a third: born another day, and of another first name
 * that is not the other's name.
 */
const CONTREDITES = sql`(${vrai(sql`n.naissance <= 1 AND n.prenom IN (0, 1, ${AUTRE_PRENOM})`)} AND NOT ${proche('x.prenom', 'y.nom')} AND NOT ${proche('x.nom', 'y.prenom')})`

/** The weakest link that still makes one person of two namesakes. */
const MAILLON_SUR = 0.95

/** Namesakes born another day, alike in nothing else, and linked by nothing sure. */
const HOMONYMES = sql`(d.probabilite < ${MAILLON_SUR} AND ${vrai(sql`n.naissance <= 1`)} AND NOT (${vrai(sql`n.telephone >= 1`)} OR ${vrai(sql`n.courriel >= 1`)}
  OR ${vrai(sql`n.conjoint = 1`)} OR ${vrai(sql`n.code_postal = 2`)}))`

/** Pairs that rest on who the person is: not on a spouse, nor on a contact alone. */
const PERSONNELLES = sql`cle <> 'CONJOINT' AND (cle <> 'CONTACT' OR coalesce(nom >= 3, FALSE) OR coalesce(prenom BETWEEN 3 AND 5, FALSE) OR coalesce(naissance >= 2, FALSE))`

/**
 * Adds to the scored pairs those that others imply: two copies of one demande are copies of each other, however far apart
 * typing errors took them. A spouse or a contact in common implies nothing; neither does a chain whose ends contradict each
 * other. Their probability is that of the weakest link on the way, by the demande `par`.
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
        sures AS (SELECT a, b, probabilite FROM ${notees} WHERE probabilite >= ${SEUIL_DOUBLON} AND ${PERSONNELLES}),
        liens AS (SELECT a AS x, b AS y, probabilite FROM sures UNION ALL SELECT b, a, probabilite FROM sures),
        suivis AS (SELECT * FROM liens WHERE x IN (SELECT x FROM liens GROUP BY x HAVING count(*) <= ${COPIES_MAX})),
        chemins AS (SELECT a, b, max({'probabilite': probabilite, 'milieu': -milieu}) AS meilleur FROM (
            SELECT p.y AS a, q.y AS b, p.x AS milieu, least(p.probabilite, q.probabilite) AS probabilite FROM suivis p JOIN suivis q ON q.x = p.x AND p.y < q.y)
          GROUP BY a, b)
        SELECT c.a, c.b, c.meilleur['probabilite'] AS probabilite, (-c.meilleur['milieu'])::INTEGER AS par, 127::UTINYINT AS libres FROM chemins c LEFT JOIN ${notees} n ON n.a = c.a AND n.b = c.b
        WHERE coalesce(n.probabilite, 0) < ${SEUIL_DOUBLON}`,
    )
    await runQuery(
      connection,
      sql`CREATE OR REPLACE TEMP TABLE ${DEDUITES} AS SELECT n.* REPLACE (d.probabilite AS probabilite, 'DEDUITE' AS cle), TRUE AS deduite, d.par
        FROM (${noterSql(sql`(${comparerSql(DEDUITES)})`, modele)}) n JOIN ${DEDUITES} d ON d.a = n.a AND d.b = n.b
          JOIN ${FICHES} x ON x.rang = n.a JOIN ${FICHES} y ON y.rang = n.b WHERE NOT ${CONTREDITES} AND NOT ${HOMONYMES}`,
    )
    const { n } = await runOne(connection, sql`SELECT count(*) AS n FROM ${DEDUITES}`, { n: entier })
    if (n === 0) break
    await runQuery(connection, sql`DELETE FROM ${notees} n USING ${DEDUITES} d WHERE n.a = d.a AND n.b = d.b`)
    await runQuery(connection, sql`INSERT INTO ${notees} BY NAME FROM ${DEDUITES}`)
  }
  await runQuery(connection, sql`DROP TABLE IF EXISTS ${DEDUITES}`)
}
