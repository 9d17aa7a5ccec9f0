import { clipShare, type Intervalle } from './intervalle.ts'
import { type Part, reference } from './reference.ts'

/** Standard deviation of the share of n demandes whose true share is p; 0 where p is 0 or 1. */
export const shareDeviation = (p: number, n: number): number => Math.sqrt((p * (1 - p)) / n)

export interface PChart {
  /** Σ numerateur / Σ denominateur of the months, in [0, 1]. */
  readonly moyenne: number
  /** One for each month, null where the month has no denominator. */
  readonly limites: readonly (Intervalle | null)[]
}

/**
 * Control chart of a share whose denominator changes: p̄ ± 3·√(p̄(1 − p̄)/n), n the month's.
 * It takes months to differ by chance alone; with thousands of demandes see Laney's.
 *
 * Fractions clipped to [0, 1]. Null when no month has a denominator.
 *
 * Source: Montgomery, Introduction to Statistical Quality Control, 7.2.
 */
export const pChart = (parts: readonly (Part | null)[]): PChart | null => {
  const moyenne = reference(parts.filter((part) => part !== null))
  if (moyenne === null) return null
  const limites = parts.map((part) => {
    if (part === null || part.denominateur === 0) return null
    const demi = 3 * shareDeviation(moyenne, part.denominateur)
    return clipShare({ bas: moyenne - demi, haut: moyenne + demi })
  })
  return { moyenne, limites }
}
