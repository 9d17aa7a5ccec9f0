import { clopperPearson } from './clopper-pearson.ts'
import type { Intervalle } from './intervalle.ts'

/** What was found in a stratum of a sample: `cas` among `verifies` drawn at random from `effectif`. */
export interface StrateVerifiee {
  /** Size of the stratum in the population. */
  readonly effectif: number
  readonly verifies: number
  readonly cas: number
}

/** A share of a population, estimated from strata. */
export interface PartPonderee {
  /** Fraction in [0, 1], each stratum weighing what it weighs in the population. */
  readonly part: number
  readonly intervalle: Intervalle
  /** The size of the simple random sample that would tell as much. */
  readonly nEffectif: number
}

/**
 * Variance of a stratum's own share: p(1 − p)/(n − 1). One observation tells no variance within its stratum: its distance
 * to the whole's share stands for it, which is on the side of too wide.
 */
const varianceDe = ({ verifies, cas }: StrateVerifiee, part: number): number => {
  const p = cas / verifies
  return verifies > 1 ? (p * (1 - p)) / (verifies - 1) : (p - part) ** 2
}

/**
 * Share of a population from a stratified sample, and its interval: Clopper and Pearson's with the effective size
 * n* = p̂(1 − p̂)/v̂ in place of n, and p̂·n* in place of the number of cases; n* = n where v̂ = 0. No correction for a finite
 * population, as Clopper and Pearson's has none, and none for degrees of freedom.
 *
 * p̂ = Σ W p, v̂ = Σ W² var(p), W the part of a stratum in the population. Strata where nothing was verified tell nothing
 * and weigh nothing. Null where nothing was verified at all.
 *
 * Source: Korn & Graubard 1998, Survey Methodology 24:193.
 */
export const kornGraubard = (strates: readonly StrateVerifiee[], risque = 0.05): PartPonderee | null => {
  const dites = strates.filter(({ verifies }) => verifies > 0)
  const population = dites.reduce((n, { effectif }) => n + effectif, 0)
  if (population === 0) return null
  const n = dites.reduce((somme, { verifies }) => somme + verifies, 0)
  const part = dites.reduce((p, { effectif, verifies, cas }) => p + (effectif / population) * (cas / verifies), 0)
  const variance = dites.reduce((v, strate) => v + (strate.effectif / population) ** 2 * varianceDe(strate, part), 0)
  const nEffectif = variance > 0 ? (part * (1 - part)) / variance : n
  const intervalle = clopperPearson(part * nEffectif, nEffectif, risque)
  return intervalle === null ? null : { part, intervalle, nEffectif }
}
