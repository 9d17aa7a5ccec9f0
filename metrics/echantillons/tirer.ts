import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { debutMois, finMois, type Mois } from '../../ingest/socle/jour.ts'
import { entier, nul, texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Instantanes } from '../engine/mois-lu.ts'
import { populationSql } from '../engine/population.ts'

/** Which demandes may be drawn: those active in the snapshot, registered in its month, or radiated in it. */
export type PopulationTiree = 'ACTIVES' | 'ENREGISTREES' | 'RADIEES'

/** What a sample is drawn from: a month's snapshot, and which of its demandes. */
export interface SourceDuTirage extends Instantanes {
  readonly mois: Mois
  readonly population: PopulationTiree
}

/** Whose a demande is: the guichet that registered it, or the one that radiated it. */
const GUICHETS: Readonly<Record<PopulationTiree, string>> = {
  ACTIVES: 'd.guichet_enregistrement',
  ENREGISTREES: 'd.guichet_enregistrement',
  RADIEES: 'd.guichet_radiation',
}

const conditionDe = ({ population, mois }: SourceDuTirage): RawBuilder<unknown> => {
  const dansLeMois = (date: string) =>
    sql`${sql.ref(date)} BETWEEN ${jourSql(debutMois(mois))} AND ${jourSql(finMois(mois))}`
  if (population === 'ACTIVES') return sql`d.statut = 'ACTIVE'`
  return population === 'ENREGISTREES'
    ? dansLeMois('d.date_enregistrement')
    : sql`d.statut = 'RADIEE' AND ${dansLeMois('d.date_radiation')}`
}

const demandesSql = (source: SourceDuTirage): RawBuilder<unknown> =>
  sql`SELECT d.numero_unique, ${sql.ref(GUICHETS[source.population])} AS guichet FROM ${populationSql(source)} WHERE ${conditionDe(source)}`

/** How many demandes of the population each guichet has; those that say no guichet are under null. */
export const compterParGuichet = (
  connection: DuckDBConnection,
  source: SourceDuTirage,
): Promise<{ readonly guichet: string | null; readonly effectif: number }[]> =>
  runQuery(
    connection,
    sql`SELECT guichet, count(*) AS effectif FROM (${demandesSql(source)}) GROUP BY guichet ORDER BY guichet`,
    { guichet: nul(texte), effectif: entier },
  )

/** A stratum to draw from: the guichets it is made of, null among them for demandes that say none, and how many to draw. */
export interface StrateATirer {
  readonly code: string
  readonly guichets: readonly (string | null)[]
  readonly tirees: number
}

export interface DemandeTiree {
  readonly numero_unique: string
  readonly guichet: string | null
  readonly strate: string
}

/**
 * The demandes of a sample: in each stratum, the smallest SHA-256 of the seed followed by the number, as many as it is to
 * give. What is digested is the UTF-8 bytes of the seed and right after them the eighteen ASCII bytes of the number, with
 * nothing between; digests are compared as lower-case hexadecimal, which orders them as their bytes. The same seed and the
 * same snapshot give the same draw on any machine. In the order of their guichets, then of their digests.
 */
export const tirerDemandes = (
  connection: DuckDBConnection,
  source: SourceDuTirage,
  graine: string,
  strates: readonly StrateATirer[],
): Promise<DemandeTiree[]> => {
  const lignes = strates.flatMap(({ code, guichets, tirees }) =>
    guichets.map((guichet) => sql`(${guichet ?? ''}, ${code}, ${tirees}::INTEGER)`),
  )
  if (lignes.length === 0) return Promise.resolve([])
  return runQuery(
    connection,
    sql`WITH strates(cle, strate, tirees) AS (VALUES ${sql.join(lignes)}),
      demandes AS (SELECT numero_unique, guichet, sha256(${graine} || numero_unique) AS rang FROM (${demandesSql(source)}))
    SELECT numero_unique, guichet, strate FROM demandes JOIN strates ON cle = coalesce(guichet, '')
    QUALIFY row_number() OVER (PARTITION BY strate ORDER BY rang, numero_unique) <= tirees
    ORDER BY guichet NULLS LAST, rang, numero_unique`,
    { numero_unique: texte, guichet: nul(texte), strate: texte },
  )
}
