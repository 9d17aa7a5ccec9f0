import type { RawBuilder } from 'kysely'
import type { Column } from '../contract/column.ts'
import type { Encodage } from './transcode.ts'

/** One file of a table, before its rows are read. */
export interface Fichier {
  /** The name its sender knows it by. */
  readonly nom: string
  /** Where it is on this disk. */
  readonly chemin: string
  readonly empreinte: string
}

/** What a reader asks of the table it reads for. */
export interface Connaissance {
  /** Known headings, normalised. */
  readonly connus: readonly string[]
  readonly estConnu: (intitule: string) => boolean
  /** Which column each heading stands for, if any. */
  readonly rolesDe: (intitules: readonly string[]) => readonly (Column | undefined)[]
  /** Whether cells, each under the column it stands for, read as a record of the table. */
  readonly estEnregistrement: (cellules: readonly string[], roles: readonly (Column | undefined)[]) => boolean
}

/** What only a text file has. */
export interface Texte {
  readonly encodage: Encodage
  /** Bytes that were none of the encoding. */
  readonly octetsRepris: number
  /** The last line has no line end: where it is short, it is cut. */
  readonly sansFin: boolean
  /** The cells of the line under the headings. */
  readonly dessous: readonly string[]
  /** Every record in the file's order: `rang` from 0, `marque` by which its row is found again, `vide`. */
  readonly places: RawBuilder<unknown>
}

/** One file of a table as SQL can read it: the headings found, and a relation of text fields. */
export interface Part {
  readonly fichier: Fichier
  /** The sheet it is, where the file is a workbook. */
  readonly feuille?: string
  readonly intitules: readonly string[]
  /**
   * A relation of one row a record with `champs` (list of text), `vide` (nothing but separators and spaces) and `rang`, its
   * place in the file from 0. A text file's has `marque` (what its line is known again by) in place of `rang`, and also
   * `a_nettoyer` (false only where no cell has a blank, a guard or an empty word to take off) and `guillemets` (one of its
   * quotes is ill-formed).
   */
  readonly relation: RawBuilder<unknown>
  /** How many rows it has, or a few more. */
  readonly lignes: number
  /** The line (or sheet row) of the relation's first row, from 1. */
  readonly premiereLigne: number
  /** A temporary table `(rang, decalage)`: from the record of this rank on, so many lines more than records stand before. */
  readonly tableDecalages?: string
  /** The last row that is not empty begins with « Total ». */
  readonly totalFinal: boolean
  readonly texte?: Texte
}
