/** The mathematics, written from their definitions and nothing else. */

export const Z95 = 1.959963984540054
export const Z998 = 3.090232306167813

/** Linear interpolation between the two nearest ranks (`quantile_cont`, R type 7). */
export const quantile = (valeurs: readonly number[], q: number): number | null => {
  const triees = [...valeurs].sort((a, b) => a - b)
  const rang = (triees.length - 1) * q
  const bas = triees[Math.floor(rang)]
  const haut = triees[Math.ceil(rang)]
  return bas === undefined || haut === undefined ? null : bas + (haut - bas) * (rang - Math.floor(rang))
}

export interface Intervalle {
  readonly bas: number | null
  readonly haut: number | null
}

export const AUCUN: Intervalle = { bas: null, haut: null }

export const wilson = (k: number, n: number): Intervalle => {
  if (n === 0) return AUCUN
  const [p, z2] = [k / n, Z95 * Z95]
  const centre = p + z2 / (2 * n)
  const marge = Z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const clip = (x: number) => Math.min(1, Math.max(0, x / (1 + z2 / n)))
  return { bas: clip(centre - marge), haut: clip(centre + marge) }
}

const rangs = new Map<number, number>()

/** The smallest l with P(Bin(n, ½) ≤ l) ≥ 0.025, in whole numbers: 40 · Σ C(n, i) ≥ 2ⁿ. */
export const rangMediane = (n: number): number => {
  const connu = rangs.get(n)
  if (connu !== undefined) return connu
  const seuil = 2n ** BigInt(n)
  let [l, combinaisons, somme] = [0, 1n, 1n]
  while (40n * somme < seuil) {
    combinaisons = (combinaisons * BigInt(n - l)) / BigInt(l + 1)
    somme += combinaisons
    l += 1
  }
  rangs.set(n, l)
  return l
}

/** Order statistics x₍l₎ and x₍n−l+1₎; none if l = 0. */
export const intervalleMediane = (valeurs: readonly number[]): Intervalle => {
  const triees = [...valeurs].sort((a, b) => a - b)
  const l = rangMediane(triees.length)
  if (l === 0) return AUCUN
  return { bas: triees[l - 1] ?? null, haut: triees[triees.length - l] ?? null }
}

export interface Paire {
  readonly numerateur: number
  readonly denominateur: number
}

const somme = (valeurs: readonly number[]): number => valeurs.reduce((a, b) => a + b, 0)

/** The peers' pooled share, null when they count nothing. */
export const partCommune = (pairs: readonly Paire[]): number | null => {
  const n = somme(pairs.map((p) => p.denominateur))
  return n === 0 ? null : somme(pairs.map((p) => p.numerateur)) / n
}

const transformer = (p: number): number => Math.asin(Math.sqrt(p))

/** z of one entity among its peers (itself included), adjusted for overdispersion; null for fewer than three. */
export const zAjuste = (entite: Paire, pairs: readonly Paire[]): number | null => {
  const p0 = partCommune(pairs)
  if (p0 === null || pairs.length < 3 || entite.denominateur === 0) return null
  const ecart = (p: Paire) => transformer(p.numerateur / p.denominateur) - transformer(p0)
  const type = (p: Paire) => 1 / (2 * Math.sqrt(p.denominateur))
  const u = pairs.map((p) => ecart(p) / type(p))
  const [bas, haut] = [quantile(u, 0.1) ?? 0, quantile(u, 0.9) ?? 0]
  const winsorisees = u.map((x) => Math.min(haut, Math.max(bas, x)))
  const k = pairs.length
  const phi = somme(winsorisees.map((x) => x * x)) / k
  const w = pairs.map((p) => 1 / type(p) ** 2)
  const tau2 = Math.max(0, (k * phi - (k - 1)) / (somme(w) - somme(w.map((x) => x * x)) / somme(w)))
  return ecart(entite) / Math.sqrt(type(entite) ** 2 + tau2)
}
