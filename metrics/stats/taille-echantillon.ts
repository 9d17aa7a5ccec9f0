import { clopperPearson } from './clopper-pearson.ts'

/** Five points on each side: what a sample is asked for where nothing is said. */
export const MARGE = 0.05

const tient = (n: number, part: number, marge: number): boolean => {
  const intervalle = clopperPearson(part * n, n)
  return intervalle !== null && part - intervalle.bas <= marge && intervalle.haut - part <= marge
}

/**
 * The smallest sample whose exact interval at 95 %, where it finds `part`, lies within `part` ± `marge`. `part` in [0, 1]: a
 * half where nothing is known. `marge` in ]0, 1[.
 *
 * Clopper and Pearson's bounds, at p·n cases, whole or not: they close in as n grows.
 */
export const tailleMinimale = (part = 0.5, marge = MARGE): number => {
  let haut = 1
  while (!tient(haut, part, marge)) haut *= 2
  let bas = Math.floor(haut / 2)
  while (haut - bas > 1) {
    const milieu = Math.floor((bas + haut) / 2)
    if (tient(milieu, part, marge)) haut = milieu
    else bas = milieu
  }
  return haut
}
