import type { Niveau } from '../../metrics/resultat.ts'

/** A figure that a sentence rests on: whose, of what, over which period. */
export interface Preuve {
  readonly niveau: Niveau
  readonly entite: string
  readonly indicateur: string
  /** Days of the period, as the figures name them. */
  readonly debut: string
  readonly fin: string
  readonly valeur: number | null
}

/** A sentence proposed by a rule, with the figures it tells. */
export interface Constat {
  readonly regle: string
  readonly texte: string
  readonly preuves: readonly Preuve[]
}
