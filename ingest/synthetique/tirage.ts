import type { Hasard } from './hasard.ts'

/** A discrete law made ready for draws in constant time (Walker 1977, Vose 1991). */
export interface Tirage {
  readonly n: number
  readonly seuils: Float64Array
  readonly autres: Int32Array
}

/** The law that gives rank i a probability proportional to `poids[i]`. */
export const prepareTirage = (poids: ArrayLike<number>): Tirage => {
  const n = poids.length
  let total = 0
  for (let i = 0; i < n; i++) total += poids[i] as number
  const seuils = new Float64Array(n)
  const autres = new Int32Array(n)
  const petits: number[] = []
  const grands: number[] = []
  for (let i = 0; i < n; i++) {
    seuils[i] = ((poids[i] as number) * n) / total
    autres[i] = i
    ;((seuils[i] as number) < 1 ? petits : grands).push(i)
  }
  for (;;) {
    const petit = petits.pop()
    const grand = grands.pop()
    if (petit === undefined || grand === undefined) {
      const reste = petit ?? grand
      if (reste === undefined) break
      seuils[reste] = 1
      continue
    }
    autres[petit] = grand
    seuils[grand] = (seuils[grand] as number) + (seuils[petit] as number) - 1
    ;((seuils[grand] as number) < 1 ? petits : grands).push(grand)
  }
  return { n, seuils, autres }
}

export const tirer = (tirage: Tirage, hasard: Hasard): number => {
  const x = hasard.nombre() * tirage.n
  const i = Math.floor(x)
  return x - i < (tirage.seuils[i] as number) ? i : (tirage.autres[i] as number)
}

/** A law over named values. */
export interface Choix<T> {
  readonly valeurs: readonly T[]
  readonly tirage: Tirage
}

export const choixParmi = <T>(poids: readonly (readonly [T, number])[]): Choix<T> => ({
  valeurs: poids.map(([valeur]) => valeur),
  tirage: prepareTirage(poids.map(([, p]) => p)),
})

export const choisir = <T>(choix: Choix<T>, hasard: Hasard): T => choix.valeurs[tirer(choix.tirage, hasard)] as T
