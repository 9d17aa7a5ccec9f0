const DEMI_LN_2PI = 0.5 * Math.log(2 * Math.PI)

/**
 * What Stirling's formula leaves out of ln Γ(a), for a > 0: ln Γ(a) = (a − ½) ln a − a + ½ ln 2π + δ(a).
 * Asymptotic series from 16 on, brought there by δ(a) = δ(a + 1) + (a + ½) ln(1 + 1/a) − 1.
 *
 * Source: Abramowitz & Stegun 6.1.41; Loader 2000, « Fast and accurate computation of binomial probabilities ».
 */
const stirlingError = (a: number): number => {
  if (a < 16) return stirlingError(a + 1) + (a + 0.5) * Math.log1p(1 / a) - 1
  const u = 1 / (a * a)
  return (1 / 12 - u * (1 / 360 - u * (1 / 1260 - u * (1 / 1680 - u / 1188)))) / a
}

/** a·ln(x(a + b)/a), of which `ecart` = x(a + b) − a: near 0 the difference keeps the digits that the ratio loses. */
const logRatio = (a: number, x: number, somme: number, ecart: number): number =>
  a * (Math.abs(ecart) < a / 2 ? Math.log1p(ecart / a) : Math.log((x * somme) / a))

/**
 * x^a (1 − x)^b / B(a, b), for x in ]0, 1[ and a, b > 0: x(1 − x) times the density of a Beta(a, b) variable.
 * 0 or more, right to about 13 digits however large a and b: no difference of large logarithms.
 */
export const betaKernel = (x: number, a: number, b: number): number => {
  const somme = a + b
  // From the nearer end, of which the difference keeps the digits.
  const ecart = x < 0.5 ? x * somme - a : b - (1 - x) * somme
  const exposant = logRatio(a, x, somme, ecart) + logRatio(b, 1 - x, somme, -ecart)
  const correction = stirlingError(somme) - stirlingError(a) - stirlingError(b)
  return Math.exp(exposant + 0.5 * Math.log(a * (b / somme)) - DEMI_LN_2PI + correction)
}
