import { clipShare, type Intervalle, Z_95, Z_998 } from './intervalle.ts'
import type { Part } from './reference.ts'

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

/** Place in the funnel, from the lowest to the highest. */
export const POSITIONS = ['SOUS_998', 'SOUS_95', 'DANS', 'SUR_95', 'SUR_998'] as const

export type Position = (typeof POSITIONS)[number]

/** Place of a share in the funnel around `p0`; on a limit is inside it. Null when the denominator is 0. */
export const funnelPosition = ({ numerateur, denominateur }: Part, p0: number): Position | null => {
  const l95 = funnelLimits(p0, denominateur, Z_95)
  const l998 = funnelLimits(p0, denominateur, Z_998)
  if (l95 === null || l998 === null) return null
  const part = numerateur / denominateur
  if (part < l998.bas) return 'SOUS_998'
  if (part > l998.haut) return 'SUR_998'
  if (part < l95.bas) return 'SOUS_95'
  return part > l95.haut ? 'SUR_95' : 'DANS'
}
