import type { Intervalle } from './intervalle.ts'
import { D2, meanMovingRange } from './moving-range.ts'
import { shareDeviation } from './p-chart.ts'
import { type Part, reference } from './reference.ts'

export interface Laney {
  /** p̄ = Σ numerateur / Σ denominateur, in [0, 1]. */
  readonly moyenne: number
  /** How many times wider than chance alone; 0 or more; null when no two months follow each other. */
  readonly sigma_z: number | null
}

/** Each month's z = (p − p̄)/√(p̄(1 − p̄)/n); null where there is no denominator. */
export const deviations = (parts: readonly (Part | null)[], moyenne: number): (number | null)[] =>
  parts.map((part) => {
    if (part === null || part.denominateur === 0) return null
    const sigma = shareDeviation(moyenne, part.denominateur)
    return sigma === 0 ? 0 : (part.numerateur / part.denominateur - moyenne) / sigma
  })

/**
 * Laney's p′: σ_z, the mean moving range of the months' z = (p − p̄)/√(p̄(1 − p̄)/n), over 1.128.
 * With large denominators chance alone explains almost nothing: σ_z brings back what months usually differ by.
 * No range spans a missing month; none is screened, unless `ecran` says from which multiple of their mean.
 * Where p̄ is 0 or 1 every z is 0. Null when no month has a denominator.
 *
 * Source: Laney 2002, Quality Engineering 14:531.
 */
export const laney = (parts: readonly (Part | null)[], ecran: number = Number.POSITIVE_INFINITY): Laney | null => {
  const moyenne = reference(parts.filter((part) => part !== null))
  if (moyenne === null) return null
  const etendue = meanMovingRange(deviations(parts, moyenne), ecran)
  return { moyenne, sigma_z: etendue === null ? null : etendue / D2 }
}

/** Limits of a month with n demandes: p̄ ± 3·√(p̄(1 − p̄)/n)·σ_z, not clipped. Null when n = 0 or without σ_z. */
export const laneyLimits = ({ moyenne, sigma_z }: Laney, n: number): Intervalle | null => {
  if (sigma_z === null || n === 0) return null
  const demi = 3 * shareDeviation(moyenne, n) * sigma_z
  return { bas: moyenne - demi, haut: moyenne + demi }
}
