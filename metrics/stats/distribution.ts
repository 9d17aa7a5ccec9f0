/** How many times a value was seen. */
export interface Effectif {
  readonly valeur: number
  readonly n: number
}

/** A whole set of values by its counts: what a delay keeps, so that months pool exactly. */
export type Distribution = readonly Effectif[]

/** The distribution of listed values. */
export const distributionOf = (valeurs: readonly number[]): Distribution =>
  pool(valeurs.map((valeur) => ({ valeur, n: 1 })))

/** One distribution of all the values of several: by increasing value, each value once, none with a count of 0. */
export const pool = (...distributions: readonly Distribution[]): Distribution => {
  const effectifs = new Map<number, number>()
  for (const { valeur, n } of distributions.flat()) if (n > 0) effectifs.set(valeur, (effectifs.get(valeur) ?? 0) + n)
  return [...effectifs].map(([valeur, n]) => ({ valeur, n })).sort((a, b) => a.valeur - b.valeur)
}

/** How many values a distribution counts. */
export const sizeOf = (distribution: Distribution): number => distribution.reduce((total, { n }) => total + n, 0)

/** The value at a rank from 1 on, in a distribution by increasing value; null outside its ranks. */
export const valueAtRank = (distribution: Distribution, rang: number): number | null => {
  if (rang < 1) return null
  let vus = 0
  for (const { valeur, n } of distribution) {
    vus += n
    if (rang <= vus) return valeur
  }
  return null
}
