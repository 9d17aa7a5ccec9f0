import { type RawBuilder, sql } from 'kysely'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import type { Contexte } from '../indicateur.ts'
import type { Instantanes } from './mois-lu.ts'
import { colonnesDe, DERNIERS_ACTES } from './situation.ts'

/** The persons' demandes of S, with their latest acts, as `d`. */
export const populationSql = ({ territoire, s, dernier }: Instantanes): RawBuilder<unknown> =>
  sql`(SELECT *, ${DERNIERS_ACTES} FROM ${situationSql(territoire, s, dernier)} WHERE type_demandeur = 'PERSONNE') d`

/** What an indicator's expressions of a month speak of. */
export const contexteDe = ({ s, sMoins }: Instantanes): Contexte => ({
  d: colonnesDe('d'),
  s0: colonnesDe('s0'),
  sMoins: colonnesDe('s_moins'),
  instantane: jourSql(s),
  dateSMoins: sMoins === null ? sql`NULL::DATE` : jourSql(sMoins),
})
