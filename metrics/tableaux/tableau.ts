import type { Jour } from '../../ingest/socle/jour.ts'
import type { Terme } from '../sql.ts'

export type MotifTableau = 'S0_ABSENT' | 'SEUIL_ABSENT' | `COLONNE_VIDE ${string}`

/** What is not filled, or cannot be read; what is filled with a word that no list knows. */
export const INCONNU = 'INCONNU'

/** What a table's rows are counted by. */
export interface Axe {
  /** The field's name in the answer. */
  readonly nom: string
  readonly intitule: string
  /** The columns that it reads. */
  readonly colonnes: readonly string[]
  /** Every value it can take, in order, unknown included: rows of zero are kept. Null where values are those met. */
  readonly valeurs: readonly string[] | null
  /** The value of a demande as the snapshot of a day shows it; a null is unknown. */
  readonly terme: (instantane: Jour) => Terme
  /** Its values are communes: the table is also one by EPCI. */
  readonly communes?: true
}

export type Famille = 'STOCK' | 'SERIES' | 'MENAGES' | 'ATTRIBUTIONS'

/** How a table's counts become rows. */
export type Forme =
  | 'STOCK'
  | 'SERIE'
  | 'ANCIENNETE'
  | 'REPARTITION'
  | 'SIGNATURES'
  | 'DELAIS'
  | 'PRESSION'
  | 'VENTILATIONS'
  | 'OBJECTIFS'

/** A standard table, as it is declared. */
export interface TableauStandard {
  readonly code: string
  readonly titre: string
  readonly famille: Famille
  readonly forme: Forme
  /** Whom it counts. */
  readonly champ: string
  /** Columns it reads, the first that is empty names why it is not measurable; `a|b` is empty only where both are. */
  readonly colonnes: readonly string[]
  readonly definition: string
  readonly axes: readonly Axe[]
  /** How many months of P may be summed: several for counts of what happened, one for what stands on a day. */
  readonly sommable?: true
  /** Of a series: how many months apart, and how many. */
  readonly serie?: { readonly pas: 1 | 3 | 12; readonly nombre: number }
}

export const defineTableau = <const Code extends string>(
  tableau: TableauStandard & { readonly code: Code },
): TableauStandard & { readonly code: Code } => tableau
