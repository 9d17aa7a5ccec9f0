import { type Distribution, distributionOf, pool, sizeOf, valueAtRank } from './distribution.ts'

/**
 * Quantile of pooled values by linear interpolation: with the n values in order, it stands (n − 1)·q after the first.
 *
 * In the unit of the values, between the smallest and the largest; `q` in [0, 1]: 0.5 is the median, 0.9 the p90.
 * The counts need be neither sorted nor merged; those of several months give what their values together would.
 * Null when there is no value.
 *
 * Source: Hyndman & Fan 1996, The American Statistician 50:361, definition 7 (R's default, SQL's `quantile_cont`).
 */
export const quantileOf = (distribution: Distribution, q: number): number | null => {
  const triee = pool(distribution)
  const position = (sizeOf(triee) - 1) * q
  const bas = valueAtRank(triee, Math.floor(position) + 1)
  const haut = valueAtRank(triee, Math.ceil(position) + 1)
  if (bas === null || haut === null) return null
  return bas + (haut - bas) * (position - Math.floor(position))
}

/** Quantile of listed values, in any order; null when there is none. */
export const quantile = (valeurs: readonly number[], q: number): number | null => quantileOf(distributionOf(valeurs), q)
