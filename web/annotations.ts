import type { Jour } from '../ingest/socle/jour.ts'

/** What a person noted at a date of a guichet, or of the whole territory. */
export interface AnnotationVue {
  readonly id: number
  /** A, B, C, in the order of the dates: the same in every drawing of the page. */
  readonly lettre: string
  readonly texte: string
  readonly du: Jour
  /** Last day of what lasts; null for what happened on a day. */
  readonly au: Jour | null
  /** Limits are computed again from the month of `du`. */
  readonly recalcule: boolean
  /** Null for every indicator. */
  readonly indicateur: string | null
  readonly duTerritoire: boolean
  readonly par: string
  readonly le: Jour
}
