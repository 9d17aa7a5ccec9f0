import type { RawBuilder } from 'kysely'

/** One file of a table, before its rows are read. */
export interface Fichier {
  /** The name its sender knows it by. */
  readonly nom: string
  /** Where it is on this disk. */
  readonly chemin: string
  readonly empreinte: string
}

/** One file of a table as SQL can read it: the headings found, and a relation of text fields. */
export interface Part {
  readonly fichier: Fichier
  /** The sheet it is, where the file is a workbook. */
  readonly feuille?: string
  readonly intitules: readonly string[]
  /**
   * A relation of one row a line, in the file's order, with `champs` (list of text, trimmed, empty strings kept) and
   * `vide` (nothing but separators and spaces).
   */
  readonly relation: RawBuilder<unknown>
  /** The line (or sheet row) of the relation's first row, from 1; null where `lignes` says it row by row. */
  readonly premiereLigne: number
  /** A temporary table whose n-th row holds the line of the n-th record, where records span several lines. */
  readonly tableLignes?: string
  /** The last row that is not empty is a « Total ». */
  readonly totalFinal: boolean
}
