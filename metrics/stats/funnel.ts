import { clipShare, type Intervalle, Z_95 } from './intervalle.ts'

/**
 * Where the share of n demandes stays when its true share is `p0`: p0 ± z·√(p0(1 − p0)/n).
 * These are Wilson's limits turned round: a share is outside exactly when its own Wilson interval misses p0
 * (the longer expression of PHE / Fingertips reduces to this one).
 *
 * Fractions, clipped to [0, 1], narrower as n grows. Null when n = 0.
 *
 * Source: PHE / Fingertips technical guidance, funnel plots for proportions; Spiegelhalter 2005, Stat. Med. 24:1185.
 */
export const funnelLimits = (p0: number, n: number, z: number = Z_95): Intervalle | null => {
  if (n === 0) return null
  const demi = z * Math.sqrt((p0 * (1 - p0)) / n)
  return clipShare({ bas: p0 - demi, haut: p0 + demi })
}
