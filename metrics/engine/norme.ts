/** What a figure is judged by: the norm that is drawn, the value that alerts, the smallest denominator that is judged. */
export interface Norme {
  readonly objectif: number | null
  readonly seuil: number | null
  readonly minimum: number
}

/** By indicator. */
export type Normes = Readonly<Record<string, Norme>>
