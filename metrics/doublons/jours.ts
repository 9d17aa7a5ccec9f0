import { type RawBuilder, sql } from 'kysely'

/** The day of the year that stands for a birth date of which the year alone is known. */
export const JOUR_DE_CONVENTION = '0101'

const JOURS_DE_L_ANNEE = 365.25
/** Years over which births are spread, roughly. */
const ANNEES = 50
/** Births on one day that no base is too small to bear. */
const TOUJOURS_PERMISES = 20

/** More births than chance explains: twice those expected, and five standard deviations. */
const tropSql = (n: RawBuilder<unknown>, total: RawBuilder<unknown>, jours: number): RawBuilder<boolean> =>
  sql`${n} > greatest(${TOUJOURS_PERMISES}, 2 * ${total} / ${jours} + 5 * sqrt(${total} / ${jours}))`

/**
 * Whether a birth date, written `AAAAMMJJ` in a column, is one of convention: 1 January, a day of the year or a date that the
 * base holds far too often.
 */
export const convenuSql = (jour: RawBuilder<unknown>): RawBuilder<boolean> => {
  const total = sql`count(${jour}) OVER ()`
  return sql`coalesce(${jour}[5:8] = ${JOUR_DE_CONVENTION}
    OR ${tropSql(sql`count(*) OVER (PARTITION BY ${jour}[5:8])`, total, JOURS_DE_L_ANNEE)}
    OR ${tropSql(sql`count(*) OVER (PARTITION BY ${jour})`, total, ANNEES * JOURS_DE_L_ANNEE)}, FALSE)`
}
