import { betaQuantile } from './beta.ts'
import { clipShare, type Intervalle } from './intervalle.ts'

/** The p at which k or more out of n has probability `queue`; 0 for k = 0. */
const lowerBound = (k: number, n: number, queue: number): number => (k === 0 ? 0 : betaQuantile(queue, k, n - k + 1))

/**
 * Exact interval of a share: every p for which neither tail of the binomial is rarer than `risque` / 2.
 * It covers the true share at least 1 − `risque` of the time, more often than said: use it where too narrow is worse.
 *
 * Fractions in [0, 1]; the share lies inside; the interval of n − k is the mirror of that of k.
 * `numerateur` in [0, `denominateur`]. Null when the denominator is 0.
 *
 * Source: Clopper & Pearson 1934, Biometrika 26:404; bounds as beta quantiles.
 */
export const clopperPearson = (numerateur: number, denominateur: number, risque = 0.05): Intervalle | null => {
  if (denominateur === 0) return null
  return clipShare({
    bas: lowerBound(numerateur, denominateur, risque / 2),
    haut: 1 - lowerBound(denominateur - numerateur, denominateur, risque / 2),
  })
}
