import { incompleteBeta } from './beta.ts'

/** The variance is at least this much over the mean's: the limit is Poisson's. */
const SURDISPERSION_MINIMUM = 1e-6
const PAS = 60

/**
 * Probability that a count is under `u`, half of what it weighs included: the mid-point of its steps, continuous in u.
 * The count is negative binomial with the given mean and variance (greater than the mean).
 */
const midDistribution = (u: number, moyenne: number, variance: number): number => {
  const taille = moyenne ** 2 / Math.max(variance - moyenne, moyenne * SURDISPERSION_MINIMUM)
  return incompleteBeta(taille / (taille + moyenne), taille, u + 0.5)
}

/**
 * Quantile of a count that is still to come, by its mean and variance, interpolated between whole numbers: an interval of
 * two of them holds the count as often as it says, neither more (as whole numbers would) nor less. 0 or more.
 *
 * Source: NIST DLMF 8.17.24 (the negative binomial distribution by the incomplete beta function).
 */
export const countQuantile = (q: number, moyenne: number, variance: number): number => {
  if (moyenne <= 0 || midDistribution(0, moyenne, variance) >= q) return 0
  let bas = 0
  let haut = moyenne + 12 * Math.sqrt(Math.max(variance, moyenne)) + 12
  for (let pas = 0; pas < PAS; pas++) {
    const milieu = (bas + haut) / 2
    if (midDistribution(milieu, moyenne, variance) < q) bas = milieu
    else haut = milieu
  }
  return (bas + haut) / 2
}
