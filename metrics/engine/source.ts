import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import type { Contexte, Relation } from '../indicateur.ts'
import { colonnesDe, DERNIERS_ACTES } from './situation.ts'

/** The snapshots a month is computed from. */
export interface Instantanes {
  readonly territoire: string
  readonly s: Jour
  readonly s0: Jour | null
  readonly sMoins: Jour | null
  /** The territory's latest snapshot, which is also kept whole. */
  readonly dernier: Jour | null
}

/** Temporary tables: the demandes in which something happened in a period, and what S0 showed of them. */
export const ACTES = 'actes'
export const ACTES_S0 = 'actes_s0'

const marquee = ({ territoire, s }: Instantanes, marque: string): RawBuilder<unknown> =>
  sql`numero_unique IN (SELECT numero_unique FROM marques WHERE territoire = ${sql.lit(territoire)} AND instantane = ${jourSql(s)} AND marque = ${sql.lit(marque)})`

/** Where the rows of a month are read: every demande, or only those of `actes.ts`, extracted for its period. */
export type Lieu = 'tout' | 'actes'

/** The persons' demandes of S, with their latest acts, as `d`. */
export const populationSql = ({ territoire, s, dernier }: Instantanes): RawBuilder<unknown> =>
  sql`(SELECT *, ${DERNIERS_ACTES} FROM ${situationSql(territoire, s, dernier)} WHERE type_demandeur = 'PERSONNE') d`

const marqueesSql = (instantanes: Instantanes, population: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(SELECT *, ${marquee(instantanes, 'doublons_actifs')} AS doublon_actif, ${marquee(instantanes, 'forcages_injustifies')} AS forcage_injustifie FROM ${population}) d`

/** The relation an indicator's expressions are read in: the population as `d`, S0 as `s0`, S⁻ as `s_moins`. */
export const relationSql = (
  relation: Exclude<Relation, 'baux'>,
  instantanes: Instantanes,
  lieu: Lieu = 'tout',
): RawBuilder<unknown> => {
  const { territoire, s, s0, sMoins, dernier } = instantanes
  const population = lieu === 'actes' ? sql`${sql.id(ACTES)} d` : populationSql(instantanes)
  const avec = (autre: RawBuilder<unknown>, alias: string) =>
    sql`${population} JOIN ${autre} ${sql.id(alias)} ON ${sql.ref(`${alias}.numero_unique`)} = d.numero_unique`
  switch (relation) {
    case 'demandes':
      return population
    case 'demandes_marquees':
      return marqueesSql(instantanes, population)
    case 'demandes_s0':
      if (s0 === null) return sql`(SELECT NULL WHERE FALSE) d`
      return avec(lieu === 'actes' ? sql.id(ACTES_S0) : situationSql(territoire, s0, dernier), 's0')
    case 'demandes_s_moins':
      return sMoins === null
        ? sql`(SELECT NULL WHERE FALSE) d`
        : avec(situationSql(territoire, sMoins, dernier), 's_moins')
    case 'flux':
      return sql`(SELECT * FROM flux WHERE territoire = ${sql.lit(territoire)} AND instantane = ${jourSql(s)}) d`
  }
}

export const contexteDe = ({ s, sMoins }: Instantanes): Contexte => ({
  d: colonnesDe('d'),
  s0: colonnesDe('s0'),
  sMoins: colonnesDe('s_moins'),
  instantane: jourSql(s),
  dateSMoins: sMoins === null ? sql`NULL::DATE` : jourSql(sMoins),
})
