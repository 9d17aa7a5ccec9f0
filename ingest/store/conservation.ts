import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { MOIS_DE_CONSERVATION } from '../socle/regles/conservation.ts'
import { regleEn } from '../socle/regles/regle.ts'
import { jourSql } from '../socle/sql/query.ts'

/** Whether a day is more than the time of retention before another. */
export const termePasseSql = (depart: RawBuilder<unknown>, au: Jour): RawBuilder<boolean> =>
  sql`(${depart} + to_months(CAST(${regleEn(MOIS_DE_CONSERVATION, au)} AS INTEGER)))::DATE < ${jourSql(au)}`
