import { betaKernel } from './beta-kernel.ts'

const nonZero = (x: number): number => (Math.abs(x) < 1e-300 ? 1e-300 : x)

/** The continued fraction by Lentz's method: in the order of √max(a, b) steps for x < (a + 1)/(a + b + 2). */
const continuedFraction = (x: number, a: number, b: number): number => {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  const limite = 1000 + 20 * Math.sqrt(Math.max(a, b))
  for (let m = 1; m < limite; m++) {
    const pair = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + pair * d)
    c = nonZero(1 + pair / c)
    h *= d * c
    const impair = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + impair * d)
    c = nonZero(1 + impair / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 2 ** -52) break
  }
  return h
}

/**
 * Regularised incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable is at most x.
 * In [0, 1], increasing in x in [0, 1]; a and b > 0.
 *
 * Source: NIST DLMF 8.17.22 (continued fraction); modified Lentz, Thompson & Barnett 1986.
 */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  return x < (a + 1) / (a + b + 2)
    ? (betaKernel(x, a, b) * continuedFraction(x, a, b)) / a
    : 1 - (betaKernel(x, a, b) * continuedFraction(1 - x, b, a)) / b
}

/**
 * The x for which I_x(a, b) = q, to better than 1e-12: Newton's steps, halving the bracket when one leaves it.
 * In [0, 1], increasing in q in [0, 1].
 */
export const betaQuantile = (q: number, a: number, b: number): number => {
  if (q <= 0) return 0
  if (q >= 1) return 1
  let bas = 0
  let haut = 1
  let x = a / (a + b)
  for (let pas = 0; pas < 200; pas++) {
    const ecart = incompleteBeta(x, a, b) - q
    if (ecart > 0) haut = x
    else bas = x
    const newton = x - (ecart * x * (1 - x)) / betaKernel(x, a, b)
    const suivant = newton >= bas && newton <= haut ? newton : (bas + haut) / 2
    if (Math.abs(suivant - x) <= 1e-15 * suivant) return suivant
    x = suivant
  }
  return x
}
