/** The tables of the application's own database. */
export interface Etat {
  readonly normes: TableNormes
}

/** What an indicator is judged by, from a day on; a row is never changed, a later one takes its place. */
export interface TableNormes {
  readonly id?: number
  readonly territoire: string
  readonly indicateur: string
  /** `objectif`, `seuil` or `minimum`. */
  readonly nature: string
  /** In the indicator's unit; null takes the threshold away. */
  readonly valeur: number | null
  readonly depuis: string
  readonly motif: string
  readonly saisi_le: string
}
