/** What a document is. */
export const NATURES_DOCUMENT = {
  LETTRE: 'Lettre',
  JOINT: 'Document joint',
  CONVOCATION: 'Convocation',
  COMPTE_RENDU: 'Compte rendu',
  RAPPORT: 'Rapport publié',
} as const

export type NatureDocument = keyof typeof NATURES_DOCUMENT

/** The kinds of files that are kept, as a person knows them. */
export const TYPES_DOCUMENT = {
  PDF: 'PDF',
  DOCX: 'DOCX',
  ODT: 'ODT',
  XLSX: 'XLSX',
  ODS: 'ODS',
  PNG: 'PNG',
  JPEG: 'JPEG',
  HTML: 'HTML',
  JSON: 'JSON',
} as const

export type TypeDocument = keyof typeof TYPES_DOCUMENT

/** A document, as pages list it. */
export interface DocumentVu {
  readonly id: number
  readonly nature: NatureDocument
  readonly titre: string
  readonly nom: string
  readonly type: TypeDocument
  readonly octets: number
  readonly sha256: string
  /** Of a letter: the version of its template; null for a document of somebody's. */
  readonly version: number | null
  /** The act that it was made with; null without. */
  readonly acte: number | null
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** The forms that a letter is had in, as its links name them. */
export const FORMES_DE_LETTRE = { pdf: 'PDF', docx: 'DOCX' } as const

export type FormeDeLettre = keyof typeof FORMES_DE_LETTRE
