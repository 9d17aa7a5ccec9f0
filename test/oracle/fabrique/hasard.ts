/** A seeded source of chance: the same seed, the same series, on every machine. */
export interface Hasard {
  /** An integer, both ends included. */
  readonly entier: (de: number, a: number) => number
  readonly chance: (probabilite: number) => boolean
  readonly choisir: <T>(choix: readonly T[]) => T
  readonly melanger: <T>(choix: readonly T[]) => T[]
}

/** mulberry32. */
export const creerHasard = (graine: number): Hasard => {
  let etat = Math.imul(graine ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const reel = (): number => {
    etat = (etat + 0x6d2b79f5) >>> 0
    let t = Math.imul(etat ^ (etat >>> 15), etat | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const entier = (de: number, a: number): number => de + Math.floor(reel() * (a - de + 1))
  const choisir = <T>(choix: readonly T[]): T => {
    if (choix.length === 0) throw new Error('rien à choisir')
    return choix[entier(0, choix.length - 1)] as T
  }
  return {
    entier,
    chance: (probabilite) => reel() < probabilite,
    choisir,
    melanger: (choix) => {
      const restants = [...choix]
      const melanges: (typeof restants)[number][] = []
      while (restants.length > 0) melanges.push(...restants.splice(entier(0, restants.length - 1), 1))
      return melanges
    },
  }
}
