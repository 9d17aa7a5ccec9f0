/** What becomes of a record, by the contract; `QUELCONQUE`: rejected, for one reason or another. */
export type Sort =
  | 'ACCEPTEE'
  | 'PURGEE'
  | 'AUCUNE'
  | 'QUELCONQUE'
  | 'GUILLEMETS'
  | 'COLONNES'
  | 'PRECISION_PERDUE'
  | 'NUMERO_UNIQUE_INVALIDE'
  | 'DATE_INVALIDE'
  | 'CHAMP_OBLIGATOIRE'
  | 'CODE_INCONNU'
  | 'NUMERO_UNIQUE_REPETE'

/** A record as the generator knows it, for it wrote it. */
export interface LigneVraie {
  readonly sort: Sort
  /** The line or sheet row where it begins, from 1. */
  readonly ligne: number
  readonly numero: string | null
  /** What must be read of its name; null where it may be anything. */
  readonly nom: string | null
}

/** All that is known of a file before it is read. */
export interface Verite {
  readonly lignes: readonly LigneVraie[]
  /** Null for what is no text, or where chance decided. */
  readonly encodage: string | null
  readonly octetsRepris: number | null
  readonly completees: number | null
  readonly lignesDeTotal: number
  /** Rejected rows of the small tables given, by reason. */
  readonly rejetsAnnexes?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export type Attendu =
  /** Read, every record as told. */
  | { readonly issue: 'LU'; readonly verite: Verite }
  | { readonly issue: 'REFUSE' }
  /** Read as told or refused: nothing between. */
  | { readonly issue: 'ENTIER_OU_REFUSE'; readonly verite: Verite }
  /** Damaged by chance: read or refused; where it is read, these numéros are among those kept. */
  | {
      readonly issue: 'LIBRE'
      readonly intacts: readonly string[]
      /** What no text may hold, but that the damage itself has put in one. */
      readonly deplaces?: readonly string[]
    }

/** What is handed to the reader: a lone file, a folder, or an archive. */
export interface Depot {
  readonly forme: 'fichier' | 'dossier' | 'archive'
  readonly fichiers: readonly (readonly [nom: string, octets: Uint8Array])[]
}

export interface Cas extends Depot {
  /** The kind of mutation, to count by. */
  readonly sorte: string
  readonly attendu: Attendu
}

export const TERRITOIRE = '013'
export const DATE = '2026-10-31'

/** What no base, journal or sentence may hold. */
export const NIR = '184127503412345'
export const COMMENTAIRE = 'COMMENTAIRESECRET'
export const LOYER = '734,21'

/** What of it a damaged file has in another cell than its own. */
export const deplacesPar = ({ attendu }: Cas): readonly string[] =>
  attendu.issue === 'LIBRE' ? (attendu.deplaces ?? []) : []

/** Begins every name: no sentence may hold it. */
export const NOM = 'Zéphyrin'
