import type { Effet } from '../socle/sql/colonne.ts'

/** How the text of a cell is read: what is accepted, and what it becomes. */
export type ColumnType =
  | 'texte'
  | 'numero_unique'
  | 'guichet'
  | 'date'
  | 'mois'
  | 'entier'
  | 'nombre'
  | 'booleen'
  | 'code'
  | 'insee'
  | 'siren'
  | 'rpls'
  | 'code_postal'

/** What the law lets us do with a value: keep it, keep it apart from history, or keep only that it was filled. */
export type Confidentialite = 'courante' | 'nominative' | 'sensible'

export interface Column {
  readonly nom: string
  readonly type: ColumnType
  /** A file without this column is refused; a row without this value is rejected. */
  readonly obligatoire?: true
  readonly confidentialite?: Exclude<Confidentialite, 'courante'>
  /** Of a column that holds numéros uniques: what becomes of one that retention erases. */
  readonly numero?: Effet
  /** Kept for the latest snapshot alone, though nobody is named by it. */
  readonly dernierSeul?: true
  /** Accepted codes of a `code` column, already in canonical form. */
  readonly codes?: readonly string[]
  /** A value outside its list rejects the row (elsewhere it is HORS_LISTE and counts as a warning). */
  readonly rejetSiInconnu?: true
  /** A boolean that many tools export only where it is a yes: blank is no where the rows hold a yes and no no. */
  readonly ouiOuVide?: true
  /** A longer value is refused: the length of a code. */
  readonly format?: RegExp
  /** What people call it: the heading of a blank workbook and the words of the extraction request. */
  readonly libelle: string
}

export interface Table<Nom extends string = string> {
  readonly nom: Nom
  readonly colonnes: readonly Column[]
}
