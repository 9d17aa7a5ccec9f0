/** What is kept of what was made, under a bound of bytes: what was asked for the longest ago leaves first. */
export interface Magasin<T> {
  trouver(cle: string): T | undefined
  /** Keeps a value of a weight in bytes; one that would take a quarter of the place by itself is not kept. */
  ranger(cle: string, valeur: T, poids: number): void
  vider(): void
  /** Bytes held. */
  readonly octets: number
}

/** What an entry takes beside its value and the two bytes of each sign of its key. */
const SURPLUS = 200

export const createMagasin = <T>(octetsMax: number): Magasin<T> => {
  const entrees = new Map<string, { readonly valeur: T; readonly poids: number }>()
  let octets = 0
  const oter = (cle: string) => {
    octets -= entrees.get(cle)?.poids ?? 0
    entrees.delete(cle)
  }
  return {
    get octets() {
      return octets
    },
    trouver: (cle) => {
      const entree = entrees.get(cle)
      if (entree === undefined) return undefined
      entrees.delete(cle)
      entrees.set(cle, entree)
      return entree.valeur
    },
    ranger: (cle, valeur, poidsDeLaValeur) => {
      const poids = poidsDeLaValeur + 2 * cle.length + SURPLUS
      oter(cle)
      if (poids > octetsMax / 4) return
      entrees.set(cle, { valeur, poids })
      octets += poids
      for (const ancienne of entrees.keys()) {
        if (octets <= octetsMax) break
        oter(ancienne)
      }
    },
    vider: () => {
      entrees.clear()
      octets = 0
    },
  }
}
