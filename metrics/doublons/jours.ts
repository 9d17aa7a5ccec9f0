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
 * Birth dates, written `AAAAMMJJ` and counted in `v` and `n`, with whether each is one of convention: 1 January, a day of the
 * year or a date that the base holds far too often.
 */
export const joursSql = (jours: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(SELECT v, n, v[5:8] = ${JOUR_DE_CONVENTION} OR ${tropSql(sql`sum(n) OVER (PARTITION BY v[5:8])`, sql`sum(n) OVER ()`, JOURS_DE_L_ANNEE)}
    OR ${tropSql(sql`n`, sql`sum(n) OVER ()`, ANNEES * JOURS_DE_L_ANNEE)} AS convenu FROM ${jours})`
