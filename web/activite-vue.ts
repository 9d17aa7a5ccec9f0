import type { Jour } from '../ingest/socle/jour.ts'
import type { ActeDroit, EtatDroit, SorteDroit } from './activite.ts'
import type { ActeVu } from './habilitation-vue.ts'

/** An entry of the journal of activity: one that was written, or a meeting held. */
export interface EntreeDActivite {
  readonly cle: string
  /** Null for a meeting, which has a page of its own. */
  readonly id: number | null
  readonly reunion: number | null
  readonly sorte: string
  readonly jour: Jour
  readonly titre: string
  readonly texte: string
  readonly minutes: number | null
  readonly participants: number | null
  readonly par: string | null
  /** Who withdrew it, and when; null while it stands. */
  readonly retiree: { readonly par: string; readonly le: string } | null
}

/** A request to exercise a right, as its page tells it. */
export interface DroitVu {
  readonly id: number
  readonly sorte: SorteDroit
  readonly etat: EtatDroit
  readonly recueLe: Jour
  readonly echeance: Jour
  readonly repondueLe: Jour | null
  readonly enRetard: boolean
  readonly possibles: readonly Exclude<ActeDroit, 'RECEVOIR'>[]
  readonly actes: readonly ActeVu[]
}
