import { type RawBuilder, sql } from 'kysely'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import type { Instantanes } from '../engine/mois-lu.ts'
import { populationSql } from '../engine/population.ts'
import { defineLignes } from './lignes.ts'

const marquee = ({ territoire, s }: Instantanes, marque: string): RawBuilder<unknown> =>
  sql`numero_unique IN (SELECT numero_unique FROM marques WHERE territoire = ${territoire} AND instantane = ${jourSql(s)} AND marque = ${marque})`

/** The demande that each one marked repeats. */
const anterieures = ({ territoire, s }: Instantanes, marque: string): RawBuilder<unknown> =>
  sql`(SELECT numero_unique, anterieure FROM marques WHERE territoire = ${territoire} AND instantane = ${jourSql(s)} AND marque = ${marque})`

const marqueesSql = (lu: Instantanes): RawBuilder<unknown> =>
  sql`SELECT *, ${marquee(lu, 'doublons_actifs')} AS doublon_actif, ${marquee(lu, 'forcages_injustifies')} AS forcage_injustifie FROM ${populationSql(lu)}`

/** The persons' demandes of S, with the marks between households. */
export const demandesMarquees = defineLignes({
  regarde: null,
  deDemandes: true,
  lignes: (lu) => sql`(${marqueesSql(lu)}) d`,
  listees: (lu, { code }) =>
    sql`(SELECT p.*, a.anterieure AS numero_anterieur FROM (${marqueesSql(lu)}) p LEFT JOIN ${anterieures(lu, code)} a USING (numero_unique)) d`,
})
