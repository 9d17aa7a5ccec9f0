import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/store/jour.ts'
import { jourSql } from '../../ingest/store/query.ts'
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

const marquee = ({ territoire, s }: Instantanes, marque: string): RawBuilder<unknown> =>
  sql`numero_unique IN (SELECT numero_unique FROM marques WHERE territoire = ${sql.lit(territoire)} AND instantane = ${jourSql(s)} AND marque = ${sql.lit(marque)})`

const populationSql = (instantanes: Instantanes, marques: boolean): RawBuilder<unknown> => {
  const ajouts = marques
    ? sql`, ${marquee(instantanes, 'doublons_actifs')} AS doublon_actif, ${marquee(instantanes, 'forcages_injustifies')} AS forcage_injustifie`
    : sql``
  return sql`(SELECT *, ${DERNIERS_ACTES}${ajouts} FROM ${situationSql(instantanes.territoire, instantanes.s, instantanes.dernier)} WHERE type_demandeur = 'PERSONNE') d`
}

/** The relation an indicator's expressions are read in: the population as `d`, S0 as `s0`, S⁻ as `s_moins`. */
export const relationSql = (relation: Exclude<Relation, 'baux'>, instantanes: Instantanes): RawBuilder<unknown> => {
  const { territoire, s, s0, sMoins, dernier } = instantanes
  const population = populationSql(instantanes, relation === 'demandes_marquees')
  const autre = (date: Jour, alias: string) =>
    sql`${population} JOIN ${situationSql(territoire, date, dernier)} ${sql.id(alias)} ON ${sql.ref(`${alias}.numero_unique`)} = d.numero_unique`
  switch (relation) {
    case 'demandes':
    case 'demandes_marquees':
      return population
    case 'demandes_s0':
      return s0 === null ? sql`(SELECT NULL WHERE FALSE) d` : autre(s0, 's0')
    case 'demandes_s_moins':
      return sMoins === null ? sql`(SELECT NULL WHERE FALSE) d` : autre(sMoins, 's_moins')
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
