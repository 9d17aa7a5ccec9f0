import type { Jour } from '../ingest/socle/jour.ts'
import type { TypeColonne } from './tableau/tableau.ts'

/** A run of text, in bold where it must be seen. */
export interface Passage {
  readonly texte: string
  readonly gras?: true
}

/** A paragraph's worth of text; a line feed in it goes to the next line. */
export type Texte = readonly Passage[]

/** A figure in a table: as it is read, and as a spreadsheet keeps it. */
export interface Chiffre {
  readonly chiffre: number | null
  readonly type: TypeColonne
  readonly dit: string
}

export type CelluleDeTable = Texte | Chiffre

export interface ColonneDeTable {
  readonly intitule: string
  /** In full, for a workbook, where a page has room for a number alone. */
  readonly enClair?: string
  /** Figures stand at the right. */
  readonly nombre?: true
  /** Its share of the width, beside the others'; as wide as its content without. */
  readonly part?: number
}

/** A table, its header repeated on each page. */
export interface TableDuDocument {
  readonly sorte: 'table'
  readonly titre: string
  /** The name of its sheet in a workbook, where its title is too long for one. */
  readonly feuille?: string
  readonly colonnes: readonly ColonneDeTable[]
  readonly lignes: readonly (readonly CelluleDeTable[])[]
  /** Where its figures come from, under it; empty without. */
  readonly note: string
}

/** A drawing, with what it shows told in words. */
export interface FigureDuDocument {
  readonly sorte: 'figure'
  readonly titre: string
  /** A whole SVG document. */
  readonly svg: string
  readonly alternative: string
  readonly note: string
}

/** Figures put forward, side by side: what each is, its value, what it is read beside. */
export interface ReperesDuDocument {
  readonly sorte: 'reperes'
  readonly chiffres: readonly { readonly libelle: string; readonly valeur: string; readonly precision: string }[]
}

export interface TitreDuDocument {
  readonly sorte: 'titre'
  readonly niveau: 1 | 2
  readonly texte: string
  /** Begins a page. */
  readonly page?: true
  /** Not told in the list of headings. */
  readonly horsSommaire?: true
}

/** What a document is made of, in the order it is read. */
export type Bloc =
  | TitreDuDocument
  | ReperesDuDocument
  /** Two drawings or tables, beside each other where there is room. */
  | { readonly sorte: 'paire'; readonly blocs: readonly [PartieDePaire, PartieDePaire] }
  /** The headings of the first level, with their pages. */
  | { readonly sorte: 'sommaire' }
  | { readonly sorte: 'paragraphe'; readonly texte: Texte }
  | { readonly sorte: 'liste'; readonly numerotee: boolean; readonly points: readonly Texte[] }
  /** Words of somebody, in full. */
  | { readonly sorte: 'citation'; readonly paragraphes: readonly Texte[] }
  | TableDuDocument
  | FigureDuDocument
  | { readonly sorte: 'signature'; readonly lignes: readonly string[] }

export type PartieDePaire = TableDuDocument | FigureDuDocument

/** The head of a letter: each part is told line by line. */
export interface TeteDeLettre {
  readonly expediteur: readonly string[]
  readonly destinataire: readonly string[]
  /** « Rives, le 6 octobre 2026 ». */
  readonly lieuEtDate: string
  /** « Références » and what stands beside it. */
  readonly mentions: readonly (readonly [intitule: string, texte: string])[]
}

/** What the foot of every page says: of what the document is, where its figures come from, who made it and when. */
export interface PiedDeDocument {
  readonly reference: string
  /** Null where no figure comes from a snapshot. */
  readonly instantane: Jour | null
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly faitLe: string
  readonly par: string
}

/** A document as data: one renderer a format makes it a file. */
export interface DocumentEcrit {
  /** Its title and, in a letter, its object. */
  readonly titre: string
  /** Under the title; empty without. */
  readonly sousTitre: string
  readonly langue: 'fr'
  /** Not sent yet: said at the head of each page. */
  readonly projet: boolean
  readonly lettre: TeteDeLettre | null
  /** Above the title, at the left and at the right: who speaks, of what. */
  readonly surtitre?: readonly [string, string]
  /** Pages of a screen, one a heading, rather than sheets of paper. */
  readonly ecran?: true
  readonly blocs: readonly Bloc[]
  readonly pied: PiedDeDocument
}

export const brut = (texte: string): Texte => [{ texte }]

/** What a cell says. */
export const lireTexte = (cellule: CelluleDeTable): Texte => ('dit' in cellule ? brut(cellule.dit) : cellule)

export const paragraphe = (texte: string): Bloc => ({ sorte: 'paragraphe', texte: brut(texte) })

/** The forms that a document is had in, with what each is to a program. */
export const FORMES_DE_DOCUMENT = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export type FormeDeDocument = keyof typeof FORMES_DE_DOCUMENT

export const estFormeDeDocument = (forme: string): forme is FormeDeDocument => Object.hasOwn(FORMES_DE_DOCUMENT, forme)
