import type { Jour } from '../../ingest/socle/jour.ts'
import type { CodeTableau } from './registry.ts'
import type { MotifTableau } from './tableau.ts'

export type Cellule = string | number | boolean | null

/** A row of a table: its fields as the answer names them. */
export type LigneTableau = Readonly<Record<string, Cellule>>

/** What a table tells beside its rows. */
export interface ACote {
  /** TAB03-01, in whole months. */
  readonly moyenne_mois?: number | null
  readonly mediane_mois?: number | null
  /** TAB04-07: attributions that a missing field keeps from being classed, by landlord. */
  readonly non_classees?: readonly { readonly siren_bailleur: string; readonly effectif: number }[]
}

/** A standard table as it is answered. */
export interface ReponseTableau extends ACote {
  readonly table: CodeTableau
  readonly instantane: Jour
  readonly instantane_precedent: Jour | null
  readonly champ: string
  /** Why it is not measurable; without it, it is. */
  readonly motif?: MotifTableau
  readonly lignes: readonly LigneTableau[]
}

export const sommer = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0)

/** A share of a total; null where there is nothing to share. */
export const partDe = (effectif: number, total: number): number | null => (total === 0 ? null : effectif / total)
