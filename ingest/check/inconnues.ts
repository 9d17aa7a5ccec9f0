import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { tableDe } from '../contract/table-de.ts'
import type { NomTable } from '../contract/tables.ts'
import { entier, texte } from '../socle/sql/colonne.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { ValeursInconnues } from '../store/rapport.ts'
import { formeSql } from './cellules.ts'
import { verifiees } from './raisons.ts'
import { aLister, aTolerance, colonnesAvertissables } from './regles.ts'

const PAR_COLONNE = 50
/** A value met fewer times than this could tell of one household. */
const ASSEZ_FREQUENTE = 3
const AUTRES = '…'

/** Nothing that could be a NIR or a number of a person. */
const montrableSql = sql`CASE WHEN regexp_matches(v, '[0-9]([ .]?[0-9]){8,}') OR length(v) > 100 THEN ${formeSql(sql`v`)} ELSE v END`

/** Each unreadable value of the rows not rejected, with its column. */
const valeursDe = (nom: NomTable) => {
  const avertissables = colonnesAvertissables(tableDe(nom)).map((c) => (aTolerance(c) ? c.nom : null))
  return sql`SELECT c, v FROM (SELECT avertissements, unnest(${avertissables}::VARCHAR[]) AS c, unnest(inconnues) AS v,
      unnest(range(${avertissables.length})) AS bit FROM ${sql.id(verifiees(nom))} WHERE raison IS NULL AND avertissements > 0)
    WHERE c IS NOT NULL AND avertissements & (1::UBIGINT << bit::UBIGINT) > 0`
}

/** The values of codes, booleans and INSEE codes that are none, with their numbers; rare ones are summed as `…`. */
export const compterInconnues = async (connection: DuckDBConnection, table: NomTable): Promise<ValeursInconnues> => {
  const lignes = await runQuery(
    connection,
    sql`WITH comptees AS (SELECT c, ${montrableSql} AS v, count(*) AS n FROM (${valeursDe(table)}) GROUP BY ALL),
      classees AS (SELECT *, row_number() OVER (PARTITION BY c ORDER BY n DESC, v) AS rang FROM comptees)
      SELECT c, w AS v, sum(n)::BIGINT AS n FROM (SELECT *, CASE WHEN n < ${ASSEZ_FREQUENTE} OR rang > ${PAR_COLONNE} THEN ${AUTRES} ELSE v END AS w FROM classees)
      GROUP BY c, w ORDER BY c, w = ${AUTRES}, min(rang)`,
    { c: texte, v: texte, n: entier },
  )
  const parColonne = tableDe(table)
    .colonnes.filter(aLister)
    .map(({ nom }) => {
      const siennes = lignes.filter(({ c }) => c === nom)
      return [nom, Object.fromEntries(siennes.map(({ v, n }) => [v, n]))] as const
    })
  return Object.fromEntries(parColonne.filter(([, valeurs]) => Object.keys(valeurs).length > 0))
}

/** The most frequent unreadable values of a column of demandes; the shape of those that are met once or twice. */
export const valeursFrequentes = (
  connection: DuckDBConnection,
  colonne: string,
  combien: number,
): Promise<{ valeur: string; n: number }[]> =>
  runQuery(
    connection,
    sql`SELECT CASE WHEN n < ${ASSEZ_FREQUENTE} THEN ${formeSql(sql`v`)} ELSE v END AS valeur, sum(n)::BIGINT AS n
      FROM (SELECT ${montrableSql} AS v, count(*) AS n FROM (${valeursDe('demandes')}) WHERE c = ${colonne} GROUP BY ALL)
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${combien}`,
    { valeur: texte, n: entier },
  )
