import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { quantileOf } from '../stats/quantile.ts'
import type { Connue } from './saisie.ts'
import { effectifDe } from './saisie.ts'

/** A day on which far more old leases were recorded than usual: those whose lag is beyond the habit. */
export interface JourCharge {
  readonly jour: number
  readonly anciennes: readonly Connue[]
}

/** Nine leases in ten are recorded within the habit, which is a week at least. */
const PART_HABITUELLE = 0.9
const HABITUDE_MINIMUM = 7
/** Under this many other records nothing is known of the habit. */
const AUTRES_MINIMUM = 20
/** Old leases on one day under which nothing is said, and by how many standard deviations they must pass the usual day. */
const ANCIENNES_MINIMUM = 8
const ECARTS = 8
/** A day half as full in more than this many other weeks is a habit. */
const SEMAINES_HABITUELLES = 2
const JOURS_MAXIMUM = 12

/** The lag within which these leases are usually recorded, in days; null where they are too few to tell. */
export const habitudeDe = (lignes: readonly Connue[]): number | null => {
  if (effectifDe(lignes) < AUTRES_MINIMUM) return null
  const delai = quantileOf(
    lignes.map(({ bail, saisie, n }) => ({ valeur: saisie - bail, n })),
    PART_HABITUELLE,
  )
  return Math.max(HABITUDE_MINIMUM, delai ?? 0)
}

const compterAnciennes = (lignes: readonly Connue[], habitude: number): Map<number, number> => {
  const parJour = new Map<number, number>()
  for (const { bail, saisie, n } of lignes)
    parJour.set(saisie, (parJour.get(saisie) ?? 0) + (saisie - bail > habitude ? n : 0))
  return parJour
}

/** Whether the other days make so many old leases likely: by their mean and spread, or by as full a day in several weeks. */
const estHabituel = (autres: ReadonlyMap<number, number>, anciennes: number, jour: number): boolean => {
  const comptes = [...autres.values()]
  const moyenne = comptes.reduce((a, b) => a + b, 0) / Math.max(1, comptes.length)
  const variance = comptes.reduce((a, b) => a + (b - moyenne) ** 2, 0) / Math.max(1, comptes.length)
  if (anciennes <= moyenne + ECARTS * Math.sqrt(Math.max(variance, moyenne))) return true
  const semaines = new Set(
    [...autres].filter(([j, n]) => n >= anciennes / 2 && Math.abs(j - jour) > 7).map(([j]) => Math.floor(j / 7)),
  )
  return semaines.size > SEMAINES_HABITUELLES
}

/** The fullest day, the earliest of equals. */
const plein = (parJour: ReadonlyMap<number, number>): number | undefined =>
  [...parJour].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0]

/** The fullest day of old leases, then of leases: the two that may be unlikely. */
const candidats = (lignes: readonly Connue[], habitude: number): number[] => {
  const parJour = [...grouperPar(lignes, ({ saisie }) => saisie)].map(([jour, l]) => [jour, effectifDe(l)] as const)
  const jours = [plein(compterAnciennes(lignes, habitude)), plein(new Map(parJour))]
  return [...new Set(jours)].filter((jour) => jour !== undefined)
}

/** A day seen as a full one, beside all others; null where it is none. */
const chargeDe = (lignes: readonly Connue[], repli: number | null, jour: number): JourCharge | null => {
  const autres = lignes.filter(({ saisie }) => saisie !== jour)
  const habitude = habitudeDe(autres) ?? repli
  if (habitude === null) return null
  const anciennes = lignes.filter(({ saisie, bail }) => saisie === jour && saisie - bail > habitude)
  const n = effectifDe(anciennes)
  return n < ANCIENNES_MINIMUM || estHabituel(compterAnciennes(autres, habitude), n, jour) ? null : { jour, anciennes }
}

const premierJourCharge = (lignes: readonly Connue[], repli: number | null): JourCharge | null => {
  const habitude = habitudeDe(lignes) ?? repli
  if (habitude === null) return null
  for (const jour of candidats(lignes, habitude)) {
    const charge = chargeDe(lignes, repli, jour)
    if (charge !== null) return charge
  }
  return null
}

/**
 * The days on which leases older than the habit were recorded in a number that the other days make unlikely, from the
 * fullest. Where the other records are too few to show a habit, `repli` is taken for it.
 */
export const chercherJoursCharges = (lignes: readonly Connue[], repli: number | null): JourCharge[] => {
  const trouves: JourCharge[] = []
  let reste = lignes
  while (trouves.length < JOURS_MAXIMUM) {
    const trouve = premierJourCharge(reste, repli)
    if (trouve === null) break
    trouves.push(trouve)
    const laissees = new Set(trouve.anciennes)
    reste = reste.filter((ligne) => !laissees.has(ligne))
  }
  return trouves
}
