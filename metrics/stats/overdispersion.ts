import { clip, type Intervalle, Z_95 } from './intervalle.ts'
import { quantile } from './quantile.ts'
import { type Part, reference } from './reference.ts'

/** How much peers differ beyond chance. */
export interface Surdispersion {
  /** The peers' pooled share, in [0, 1]. */
  readonly p0: number
  /** Winsorised mean square of the peers' deviations: 1 under chance alone, 0 or more. */
  readonly phi: number
  /** Variance between peers on the arcsine scale, 0 or more; 0 when chance explains what is seen. */
  readonly tau2: number
}

/** Arcsine of the root: a scale on which a share's variance, 1/(4n), no longer depends on the share. */
const arcsine = (p: number): number => Math.asin(Math.sqrt(p))

/** How many peers it takes. */
export const PAIRS_COMPARABLES = 3

/**
 * Overdispersion among peers, on the arcsine scale: U = (Y − asin √p0)/s with s = 1/(2√n), brought back to its own
 * 10 % and 90 % quantiles; φ = ΣU²/k; τ² = 0 where kφ < k − 1, else (kφ − (k − 1)) / (Σw − Σw²/Σw), w = 1/s².
 *
 * Entities without denominator are no peers. Null under 3 peers.
 *
 * Source: Spiegelhalter 2005, Quality and Safety in Health Care 14:347; τ² of DerSimonian & Laird 1986.
 */
export const overdispersion = (parts: readonly Part[]): Surdispersion | null => {
  const pairs = parts.filter((part) => part.denominateur > 0)
  const p0 = reference(pairs)
  if (p0 === null || pairs.length < PAIRS_COMPARABLES) return null
  const ecarts = pairs.map((part) => adjustedZ(part, { p0, phi: 1, tau2: 0 }) ?? 0)
  const bas = quantile(ecarts, 0.1) ?? 0
  const haut = quantile(ecarts, 0.9) ?? 0
  const somme = ecarts.reduce((total, u) => total + clip(u, bas, haut) ** 2, 0)
  const poids = pairs.map((part) => 4 * part.denominateur)
  const total = poids.reduce((a, w) => a + w, 0)
  // Σw − Σw²/Σw, without the subtraction of two sums that one large peer would make alike.
  const echelle = poids.reduce((a, w) => a + w * ((total - w) / total), 0)
  return { p0, phi: somme / pairs.length, tau2: Math.max(0, (somme - (pairs.length - 1)) / echelle) }
}

/**
 * Distance of a share from its peers, in standard deviations that count what honest peers differ by:
 * (Y − asin √p0)/√(s² + τ²). Above 0 is above the peers; finite even where p0 is 0 or 1. Null when the denominator is 0.
 */
export const adjustedZ = ({ numerateur, denominateur }: Part, { p0, tau2 }: Surdispersion): number | null =>
  denominateur > 0
    ? (arcsine(numerateur / denominateur) - arcsine(p0)) / Math.sqrt(1 / (4 * denominateur) + tau2)
    : null

/**
 * Funnel limits that count overdispersion: the shares whose adjusted z is −z and z.
 * Fractions in [0, 1], around p0, never narrower than 2z·√τ² on the arcsine scale. Null when n = 0.
 */
export const adjustedFunnelLimits = ({ p0, tau2 }: Surdispersion, n: number, z: number = Z_95): Intervalle | null => {
  if (n === 0) return null
  const demi = z * Math.sqrt(1 / (4 * n) + tau2)
  const share = (angle: number): number => Math.sin(clip(angle, 0, Math.PI / 2)) ** 2
  return { bas: share(arcsine(p0) - demi), haut: share(arcsine(p0) + demi) }
}
