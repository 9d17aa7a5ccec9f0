/** Cumulative counts: row i holds what origin i had reached at each age seen so far, one age fewer than the row before. */
export type Cumuls = readonly (readonly number[])[]

export interface ChainLadder {
  /** `facteurs[j]`: by how much a count grows from age j to age j + 1, all origins together. */
  readonly facteurs: readonly number[]
  /** Mack's variance parameter of each factor, in the unit of the counts; the last by his extrapolation. */
  readonly sigma2: readonly number[]
  /** Each origin's final count. */
  readonly finaux: readonly number[]
  /** What each origin still lacks, and its standard error: process and parameter together. */
  readonly reserves: readonly number[]
  readonly erreurs: readonly number[]
}

const cellule = (cumuls: Cumuls, i: number, j: number): number => cumuls[i]?.[j] ?? 0

const somme = (n: number, terme: (i: number) => number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += terme(i)
  return total
}

/** Σ C (C′/C − f)² / (n − 1) of an age; null with fewer than two origins. */
const dispersion = (cumuls: Cumuls, j: number, facteur: number): number | null => {
  const n = cumuls.length - 1 - j
  if (n < 2) return null
  return (
    somme(n, (i) => {
      const avant = cellule(cumuls, i, j)
      return avant > 0 ? (cellule(cumuls, i, j + 1) - facteur * avant) ** 2 / avant : 0
    }) /
    (n - 1)
  )
}

/** min(σ⁴ₙ₋₁ / σ²ₙ₋₂, σ²ₙ₋₁, σ²ₙ₋₂): the factor that a single origin shows. */
const extrapoler = (connus: readonly number[]): number => {
  const [b = 0, a = b] = connus.slice(-2).toReversed()
  return a > 0 ? Math.min(b ** 2 / a, a, b) : 0
}

const erreurDe = (cumuls: Cumuls, facteurs: readonly number[], sigma2: readonly number[], i: number): number => {
  const n = cumuls.length
  let estime = cellule(cumuls, i, n - 1 - i)
  const parts: number[] = []
  for (let j = n - 1 - i; j < n - 1; j++) {
    const facteur = facteurs[j] ?? 1
    const poids = somme(n - 1 - j, (k) => cellule(cumuls, k, j))
    if (estime > 0 && poids > 0) parts.push(((sigma2[j] ?? 0) / facteur ** 2) * (1 / estime + 1 / poids))
    estime *= facteur
  }
  return estime * Math.sqrt(parts.reduce((a, b) => a + b, 0))
}

/**
 * Chain ladder of a square run-off triangle with volume-weighted factors, and Mack's distribution-free standard errors.
 * A factor whose origins counted nothing is 1.
 *
 * Source: Mack 1993, ASTIN Bulletin 23:213; Mack 1994, « Which stochastic model is underlying the chain ladder method? ».
 */
export const chainLadder = (cumuls: Cumuls): ChainLadder => {
  const ages = Math.max(0, cumuls.length - 1)
  const facteurs = Array.from({ length: ages }, (_, j) => {
    const avant = somme(ages - j, (i) => cellule(cumuls, i, j))
    return avant > 0 ? somme(ages - j, (i) => cellule(cumuls, i, j + 1)) / avant : 1
  })
  const sigma2: number[] = []
  for (const [j, facteur] of facteurs.entries()) sigma2.push(dispersion(cumuls, j, facteur) ?? extrapoler(sigma2))
  const finaux = cumuls.map((ligne) =>
    facteurs.slice(ligne.length - 1).reduce((total, facteur) => total * facteur, ligne.at(-1) ?? 0),
  )
  return {
    facteurs,
    sigma2,
    finaux,
    reserves: cumuls.map((ligne, i) => (finaux[i] ?? 0) - (ligne.at(-1) ?? 0)),
    erreurs: cumuls.map((_, i) => erreurDe(cumuls, facteurs, sigma2, i)),
  }
}
