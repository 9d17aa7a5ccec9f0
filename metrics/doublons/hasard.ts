import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { booleen, entier, nul, reel, unDe } from '../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { COMPARAISONS } from './comparaisons.ts'
import { comparerSql } from './comparer.ts'
import { FICHES } from './fiches.ts'

/** Pairs drawn at random to know what chance alone agrees on. */
const TIRAGES = 500_000
/** What the a priori weighs, in pairs. */
const POIDS_HASARD = 100_000

const CODES = COMPARAISONS.map(({ code }) => code)
/** A name that more than a tenth of the base bears says nothing by being the same. */
const NOM_PORTE_PAR_TOUS = 0.1
const EXACTS = sql`(coalesce((nom = 4 AND part_nom < ${NOM_PORTE_PAR_TOUS})::INT, 0) + coalesce((prenom = 4 AND part_prenom < ${NOM_PORTE_PAR_TOUS})::INT, 0) + coalesce((naissance = 5)::INT, 0) + coalesce((telephone = 2)::INT, 0) + coalesce((courriel = 2)::INT, 0))`

/** Temporary table of the drawn pairs: the engine joins best what it has counted. */
const TIREES = sql.id('doublons_tirees')

const tiragesSql = (demandes: number): RawBuilder<unknown> => {
  if (demandes * (demandes - 1) <= 2 * TIRAGES)
    return sql`SELECT x.rang AS a, y.rang AS b, 0::UTINYINT AS libres FROM ${FICHES} x JOIN ${FICHES} y ON x.rang < y.rang`
  const tire = (sel: number) => sql`(1 + hash(t, ${sel}) % CAST(${demandes} AS UBIGINT))::INTEGER`
  return sql`SELECT least(a, b) AS a, greatest(a, b) AS b, 0::UTINYINT AS libres FROM (
    SELECT ${tire(1)} AS a, ${tire(2)} AS b FROM range(${TIRAGES}) r(t)) WHERE a <> b`
}

/** Duplicates that a demande may have, on average: more pairs that agree than these, and it is the base that is so. */
const DOUBLONS_PAR_DEMANDE = 2

/**
 * What chance agrees on, from random pairs. Those that agree on two values at once are taken for duplicates and left out,
 * unless they are too many for that: a base of one name, of one birth date.
 */
export const mesurerHasard = async (
  connection: DuckDBConnection,
  demandes: number,
): Promise<readonly (readonly number[])[]> => {
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${TIREES} AS ${tiragesSql(demandes)}`)
  const lignes = await runQuery(
    connection,
    sql`WITH tirees AS MATERIALIZED (SELECT *, ${EXACTS} >= 2 AS accord FROM (${comparerSql(TIREES)}) WHERE face = 0)
      ${sql.join(
        CODES.map(
          (code) =>
            sql`SELECT CAST(${code} AS VARCHAR) AS code, ${sql.ref(code)} AS niveau, accord, count(*) AS n FROM tirees GROUP BY ALL`,
        ),
        sql` UNION ALL `,
      )}`,
    { code: unDe(CODES), niveau: nul(entier), accord: booleen, n: entier },
  )
  await runQuery(connection, sql`DROP TABLE ${TIREES}`)
  const tirees = (choisies: typeof lignes) =>
    choisies.filter(({ code }) => code === CODES[0]).reduce((somme, { n }) => somme + n, 0)
  const accords = lignes.filter(({ accord }) => accord)
  const plausibles = (DOUBLONS_PAR_DEMANDE * demandes) / Math.max(1, (demandes * (demandes - 1)) / 2)
  const doublons = tirees(accords) / Math.max(1, tirees(lignes)) <= plausibles
  const gardees = lignes.filter(({ accord }) => !(accord && doublons))
  return COMPARAISONS.map(({ code, hasard }) => {
    const compte = (niveau: number) =>
      gardees.filter((l) => l.code === code && l.niveau === niveau).reduce((somme, { n }) => somme + n, 0)
    const total = hasard.reduce((s, _, niveau) => s + compte(niveau), 0)
    return hasard.map((p, niveau) => (compte(niveau) + POIDS_HASARD * p) / (total + POIDS_HASARD))
  })
}

/** Pairs of namesakes born on other days, beyond what the frequencies of names alone would give. */
export const compterHomonymes = async (connection: DuckDBConnection): Promise<number> => {
  const paires = (...colonnes: string[]) =>
    sql`(SELECT coalesce(sum(n * (n - 1) / 2), 0)::DOUBLE FROM (SELECT count(*) AS n FROM ${FICHES} WHERE ${sql.join(
      colonnes.map((c) => sql`${sql.ref(c)} IS NOT NULL`),
      sql` AND `,
    )} GROUP BY ${sql.join(colonnes.map((c) => sql.ref(c)))}))`
  const { toutes, noms, prenoms, deux, nes } = await runOne(
    connection,
    sql`SELECT (SELECT (count(*) * (count(*) - 1) / 2)::DOUBLE FROM ${FICHES}) AS toutes, ${paires('nom')} AS noms, ${paires('prenom')} AS prenoms,
      ${paires('nom', 'prenom')} AS deux, ${paires('nom', 'prenom', 'jour')} AS nes`,
    { toutes: reel, noms: reel, prenoms: reel, deux: reel, nes: reel },
  )
  return toutes === 0 ? 0 : deux - nes - (noms * prenoms) / toutes - nes / 3
}
