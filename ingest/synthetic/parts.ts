/** The share that the ten most active do of all that is not done online. */
export const PART_DES_DIX_PREMIERS = 0.7

const puissances = (n: number, exposant: number): number[] => Array.from({ length: n }, (_, i) => (i + 1) ** -exposant)

const normaliser = (poids: readonly number[]): number[] => {
  const total = poids.reduce((somme, p) => somme + p, 0)
  return poids.map((p) => p / total)
}

/** Shares of n guichets by rank (Zipf), with the exponent at which the first ten do their part. */
export const partsParRang = (n: number): number[] => {
  let bas = 0
  let haut = 4
  for (let i = 0; i < 60; i++) {
    const milieu = (bas + haut) / 2
    const premiers = normaliser(puissances(n, milieu))
      .slice(0, 10)
      .reduce((somme, p) => somme + p, 0)
    if (premiers < PART_DES_DIX_PREMIERS) bas = milieu
    else haut = milieu
  }
  return normaliser(puissances(n, bas))
}

/** Shares of the attributions by rank of landlord. */
export const partsAttributions = (n: number): number[] => normaliser(puissances(n, 0.85))
