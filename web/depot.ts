import type { Jour } from '../ingest/socle/jour.ts'

export type Option = readonly [valeur: string, libelle: string]

/** A file of a deposit, or a sheet of it, as it was read. */
export interface FichierVu {
  readonly nom: string
  readonly feuille: string | null
  readonly table: string
  readonly encodage: string | null
  readonly reconnues: readonly { readonly libelle: string; readonly intitule: string }[]
  /** Never stored: dropped while reading. */
  readonly ecartees: readonly string[]
}

/** A heading that stands for no column yet. */
export interface IntituleInconnu {
  readonly intitule: string
  readonly fichier: string
  /** The likeliest first. */
  readonly propositions: readonly Option[]
  /** Those that the file has no heading for. */
  readonly colonnes: readonly Option[]
  /** Those that are read from another heading: given this one, they are read from it instead. */
  readonly prises: readonly Option[]
}

/** The words of a column that are none of its list. */
export interface MotsInconnus {
  readonly colonne: string
  readonly libelle: string
  readonly mots: readonly { readonly mot: string; readonly n: number }[]
  /** Values met too seldom to be shown. */
  readonly rares: number
  readonly codes: readonly Option[]
  /** A row that holds such a word is rejected. */
  readonly rejette: boolean
}

/** One translation of the profile that the files were read with; `cle` takes it away. */
export interface Traduction {
  readonly cle: string
  readonly texte: string
}

/** A rejected row, its value known by its shape alone. */
export interface RejetVu {
  readonly fichier: string
  readonly ligne: number
  readonly raison: string
  readonly colonne: string | null
  readonly forme: string | null
}

/** What loading would change of the snapshot loaded for the same day. */
export interface RemplacementVu {
  readonly entrees: number
  readonly sorties: number
  readonly changees: number
  readonly inchangees: number
  /** Indicators that would be measurable and were not, and the reverse. */
  readonly gagnes: readonly string[]
  readonly perdus: readonly string[]
}

/** What the examination of a deposit found, in words and numbers. */
export interface ExamenVu {
  readonly identite: { readonly territoire: string; readonly date: Jour } | null
  /** Whether the files say themselves whose snapshot it is. */
  readonly carteDitTout: boolean
  readonly lignes: number
  readonly rejetees: number
  readonly purgees: number
  /** What must be put right before loading. */
  readonly obstacles: readonly string[]
  /** What would have it refused, unless it is passed over. */
  readonly depassements: readonly string[]
  readonly fichiers: readonly FichierVu[]
  readonly feuillesEcartees: readonly { readonly fichier: string; readonly feuilles: readonly string[] }[]
  readonly intitules: readonly IntituleInconnu[]
  readonly mots: readonly MotsInconnus[]
  readonly profil: readonly Traduction[]
  readonly mesurables: number
  /** What is missing, and the indicators that lack it. */
  readonly manques: readonly { readonly manque: string; readonly indicateurs: readonly string[] }[]
  readonly rejets: readonly { readonly raison: string; readonly n: number }[]
  readonly premiers: readonly RejetVu[]
  readonly illisibles: readonly { readonly libelle: string; readonly n: number }[]
  readonly remplacement: RemplacementVu | null
}

/** A refusal as the page of a deposit words it. */
export interface RefusDepot {
  readonly phrase: string
  readonly suite: string
  readonly details: readonly string[]
  readonly premiers: readonly RejetVu[]
  /** Where the rejected rows may be had, without the extension; null where none was. */
  readonly rejets: string | null
  /** Whether it may be passed over, with a reason. */
  readonly franchissable: boolean
}

/** The names of a form's fields for a heading, and for a word of a column. */
export const champIntitule = (intitule: string): string => `intitule:${intitule}`
export const champMot = (colonne: string, mot: string): string => `mot:${colonne}:${mot}`

/** What a word stands for: left as it is, or nothing. */
export const LAISSER = ''
export const RIEN = '-'
