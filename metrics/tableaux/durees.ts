import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import type { Terme } from '../sql.ts'

/** Whole calendar months from a day to another, the day cut to the month's last; 0 where the first comes after. */
const moisRevolusSql = (debut: Terme, fin: Terme): Terme => {
  const ecart = sql`datediff('month', ${debut}, ${fin})`
  return sql`CASE WHEN ${debut} > ${fin} THEN 0
    ELSE ${ecart} - CASE WHEN CAST(${debut} + to_months(CAST(${ecart} AS INTEGER)) AS DATE) > ${fin} THEN 1 ELSE 0 END END`
}

/** The start of a demande's delays: the day it was lodged, never later than its registration (CCH, R441-2-3). */
export const DEPART: Terme = sql`least(date_depot, date_enregistrement)`

/** Whole months since a demande was lodged. */
export const ancienneteSql = (instantane: Jour): Terme => moisRevolusSql(DEPART, jourSql(instantane))

/** Whole years of age; 0 for a birth still to come, null for one unknown. */
export const ageSql = (instantane: Jour): Terme =>
  sql`((${moisRevolusSql(sql`date_naissance`, jourSql(instantane))}) // 12)`

/** The band in which a number falls, from the lower bounds of all but the first; null where it is unknown. */
export const trancheSql = (nombre: Terme, bornes: readonly number[], noms: readonly string[]): Terme =>
  sql`CASE WHEN ${nombre} IS NULL THEN NULL ${sql.join(
    bornes.map((borne, i) => sql`WHEN ${nombre} < ${borne} THEN ${noms[i] ?? ''}`),
    sql` `,
  )} ELSE ${noms.at(-1) ?? ''} END`
