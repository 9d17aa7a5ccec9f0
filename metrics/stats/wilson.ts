import { clipShare, type Intervalle, Z_95 } from './intervalle.ts'

/** The lower root, written without a subtraction of near-equal numbers: exactly 0 for k = 0. */
const lowerBound = (k: number, n: number, z: number): number =>
  k === 0 ? 0 : (2 * k * (k / n)) / (2 * k + z * z + z * Math.sqrt(z * z + (4 * k * (n - k)) / n))

/**
 * Wilson's score interval of a share: every p that a normal test at z standard errors of p does not reject.
 *
 * Fractions in [0, 1]; the share lies inside; the interval of n − k is the mirror of that of k.
 * `numerateur` in [0, `denominateur`]. Null when the denominator is 0.
 *
 * Source: Wilson 1927, JASA 22:209; Newcombe 1998, Statistics in Medicine 17:857 (method 3).
 */
export const wilson = (numerateur: number, denominateur: number, z: number = Z_95): Intervalle | null => {
  if (denominateur === 0) return null
  return clipShare({
    bas: lowerBound(numerateur, denominateur, z),
    haut: 1 - lowerBound(denominateur - numerateur, denominateur, z),
  })
}
