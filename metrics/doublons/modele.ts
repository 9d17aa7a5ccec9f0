import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { COMPARAISONS, rangDe } from './comparaisons.ts'
import { comparerSql } from './comparer.ts'
import { estimer, type Melange, type Profils } from './em.ts'

/** m: duplicates; u: chance; f: two persons of one family; h: homonyms. */
type NomLoi = 'm' | 'u' | 'f' | 'h'
export type Modele = Melange<NomLoi>

/** Pairs drawn at random to know what chance alone agrees on. */
const TIRAGES = 500_000
/** What the a priori weighs, in pairs. */
const POIDS_HASARD = 100_000
const POIDS_DOUBLONS = 20
const PART_DOUBLONS = 0.001
/** Spellings that one slip can make of a name. */
export const GRAPHIES_VOISINES = 50

export const FACE = { doublons: [0.94, 0.03, 0.03], autres: [1, 1, 1], homonymes: [1, 0.01, 0.01] } as const

const CODES = COMPARAISONS.map(({ code }) => code)
/** A name that more than a tenth of the base bears says nothing by being the same. */
const NOM_PORTE_PAR_TOUS = sql.lit(0.1)
const EXACTS = sql`(coalesce((nom = 4 AND part_nom < ${NOM_PORTE_PAR_TOUS})::INT, 0) + coalesce((prenom = 4 AND part_prenom < ${NOM_PORTE_PAR_TOUS})::INT, 0) + coalesce((naissance = 5)::INT, 0) + coalesce((telephone = 2)::INT, 0) + coalesce((courriel = 2)::INT, 0))`

const tiragesSql = (demandes: number): RawBuilder<unknown> => {
  if (demandes * (demandes - 1) <= 2 * TIRAGES)
    return sql`(SELECT x.rang AS a, y.rang AS b, 0::UTINYINT AS libres FROM doublons_fiches x JOIN doublons_fiches y ON x.rang < y.rang)`
  const tours = Math.max(1, Math.ceil(TIRAGES / demandes))
  const pas = Math.max(1, Math.floor(demandes / TIRAGES))
  return sql`(SELECT least(a, b) AS a, greatest(a, b) AS b, 0::UTINYINT AS libres FROM (
    SELECT rang AS a, (1 + hash(rang::BIGINT * 1000 + t) % ${sql.lit(demandes)})::INTEGER AS b FROM doublons_fiches, range(${sql.lit(tours)}) r(t)
    WHERE rang % ${sql.lit(pas)} = 0) WHERE a <> b)`
}

/** Duplicates that a demande may have, on average: more pairs that agree than these, and it is the base that is so. */
const DOUBLONS_PAR_DEMANDE = 2

/**
 * What chance agrees on, from random pairs. Those that agree on two values at once are taken for duplicates and left out,
 * unless they are too many for that: a base of one name, of one birth date.
 */
const mesurerHasard = async (
  connection: DuckDBConnection,
  demandes: number,
): Promise<readonly (readonly number[])[]> => {
  const lignes = await runQuery<{ code: string; niveau: number | null; accord: boolean; n: number }>(
    connection,
    sql`WITH tirees AS MATERIALIZED (SELECT *, ${EXACTS} >= 2 AS accord FROM (${comparerSql(tiragesSql(demandes))}) WHERE face = 0)
      ${sql.join(
        CODES.map(
          (code) =>
            sql`SELECT ${sql.lit(code)} AS code, ${sql.ref(code)} AS niveau, accord, count(*) AS n FROM tirees GROUP BY ALL`,
        ),
        sql` UNION ALL `,
      )}`,
  )
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

interface LigneProfil {
  readonly libres: number
  readonly face: number
  readonly n: number
  readonly hasard_nom: number | null
  readonly hasard_prenom: number | null
}

/** The chance agreement of a value compared: its frequency; for two spellings a slip apart, that of the rarer times how many slips there are. */
export const hasardDe = (niveau: number | null, part: number, moyen: number): number =>
  niveau === 3 ? Math.min(Math.max(GRAPHIES_VOISINES * part, moyen / 10), 0.3) : niveau === 4 ? part : Number.NaN

/** Namesakes born otherwise who share nothing else teach nothing of duplicates: in a large base they are far more, and would pass for them. */
const homonymes = (l: Readonly<Record<string, number | null>>): boolean =>
  (l.nom ?? 0) >= 3 &&
  (l.prenom ?? 0) >= 3 &&
  (l.naissance ?? 0) <= 1 &&
  !((l.telephone ?? 0) >= 1 || (l.courriel ?? 0) >= 1 || l.conjoint === 1)

const lireProfils = async (
  connection: DuckDBConnection,
  comparees: RawBuilder<unknown>,
  hasard: readonly (readonly number[])[],
): Promise<Profils> => {
  const rarete = (nom: string) =>
    sql`round(log2(CASE ${sql.ref(nom)} WHEN 4 THEN ${sql.ref(`part_${nom}`)} WHEN 3 THEN ${sql.ref(`part_${nom}_rare`)} END))::TINYINT AS ${sql.ref(`hasard_${nom}`)}`
  const lignes = await runQuery<LigneProfil & Record<string, number | null>>(
    connection,
    sql`SELECT ${sql.join(CODES.map((code) => sql.ref(code)))}, face, libres, ${rarete('nom')}, ${rarete('prenom')}, count(*) AS n FROM ${comparees} GROUP BY ALL ORDER BY ALL`,
  )
  const colonnes = CODES.length + 1
  const niveaux = new Int8Array(lignes.length * colonnes)
  const propres = new Float64Array(lignes.length * colonnes).fill(Number.NaN)
  for (const [i, ligne] of lignes.entries()) {
    for (const [c, code] of CODES.entries()) niveaux[i * colonnes + c] = ligne[code] ?? -1
    niveaux[i * colonnes + CODES.length] = ligne.face
    for (const [c, h] of [ligne.hasard_nom, ligne.hasard_prenom].entries())
      if (h !== null) propres[i * colonnes + c] = hasardDe(niveaux[i * colonnes + c] ?? -1, 2 ** h, hasard[c]?.[3] ?? 0)
  }
  return {
    colonnes,
    niveaux,
    effectifs: Float64Array.from(lignes, ({ n }) => n),
    libres: Uint32Array.from(lignes, ({ libres }) => libres | (1 << CODES.length)),
    hasard: propres,
    exclus: Uint8Array.from(lignes, (ligne) => (homonymes(ligne) ? 1 : 0)),
  }
}

const peser = (lois: readonly (readonly number[])[], poids: number) =>
  lois.map((niveaux) => niveaux.map((p) => p * poids))

/** Among pairs of one family, those born the same day. */
const PART_JUMEAUX = 0.35

/** Addresses are made of names: homonyms may have the same, or nearly. */
const COURRIELS_HOMONYMES = [0.9988, 0.001, 0.0002]
const RANG_COURRIEL = rangDe('courriel')

/** Pairs of namesakes born on other days, beyond what the frequencies of names alone would give. */
const compterHomonymes = async (connection: DuckDBConnection): Promise<number> => {
  const paires = (...colonnes: string[]) =>
    sql`(SELECT coalesce(sum(n * (n - 1) / 2), 0)::DOUBLE FROM (SELECT count(*) AS n FROM doublons_fiches WHERE ${sql.join(
      colonnes.map((c) => sql`${sql.ref(c)} IS NOT NULL`),
      sql` AND `,
    )} GROUP BY ${sql.join(colonnes.map((c) => sql.ref(c)))}))`
  const { toutes, noms, prenoms, deux, nes } = await runOne<
    Record<'toutes' | 'noms' | 'prenoms' | 'deux' | 'nes', number>
  >(
    connection,
    sql`SELECT (SELECT (count(*) * (count(*) - 1) / 2)::DOUBLE FROM doublons_fiches) AS toutes, ${paires('nom')} AS noms, ${paires('prenom')} AS prenoms,
      ${paires('nom', 'prenom')} AS deux, ${paires('nom', 'prenom', 'jour')} AS nes`,
  )
  return toutes === 0 ? 0 : deux - nes - (noms * prenoms) / toutes - nes / 3
}

const departDe = (demandes: number, hasard: readonly (readonly number[])[], homonymie: number): Modele => {
  const doublons = [...COMPARAISONS.map((c) => c.doublons), FACE.doublons]
  const u = [...hasard, FACE.autres]
  const famille = [
    ...COMPARAISONS.map((c, rang) =>
      c.code === 'naissance'
        ? (hasard[rang] ?? []).map((p, niveau) => (1 - PART_JUMEAUX) * p + (niveau === 5 ? PART_JUMEAUX : 0))
        : c.famille,
    ),
    FACE.autres,
  ]
  const paires = (demandes * (demandes - 1)) / 2
  const classe = (nom: string, part: number, lois: string) => ({
    nom,
    poids: Math.min(0.1, (part * demandes) / paires),
    apriori: 1 + 0.02 * part * demandes,
    lois: [...lois] as NomLoi[],
  })
  return {
    classes: [
      classe('doublon', 0.03, 'mmmmmmmm'),
      classe('famille', 0.01, 'mufffffu'),
      classe('contact', 0.01, 'uuuffffu'),
      { ...classe('homonymes', Math.max(0.001 + 1 / demandes, homonymie / demandes), 'mmuuhuuh'), fixe: true },
      { ...classe('hasard', 0, 'uuuuuuuu'), poids: 1 },
    ],
    lois: {
      m: { valeurs: doublons, apprise: true, apriori: peser(doublons, POIDS_DOUBLONS + PART_DOUBLONS * demandes) },
      u: { valeurs: u, apprise: false, hasard: true },
      f: { valeurs: famille, apprise: false },
      h: {
        valeurs: u.map((niveaux, rang) =>
          rang === RANG_COURRIEL ? COURRIELS_HOMONYMES : rang === COMPARAISONS.length ? FACE.homonymes : niveaux,
        ),
        apprise: false,
      },
    },
  }
}

/** Learns from the base's own pairs what agrees among duplicates, by chance, and in families. */
export const apprendre = async (
  connection: DuckDBConnection,
  comparees: RawBuilder<unknown>,
  demandes: number,
): Promise<Modele> => {
  const hasard = await mesurerHasard(connection, demandes)
  const profils = await lireProfils(connection, comparees, hasard)
  return estimer(profils, departDe(demandes, hasard, await compterHomonymes(connection)), {
    total: Math.max(1, (demandes * (demandes - 1)) / 2),
    iterations: 200,
    tolerance: 1e-6,
  })
}
