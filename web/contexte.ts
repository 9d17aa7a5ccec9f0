import type { Jour, Mois } from '../ingest/socle/jour.ts'

export interface Territoire {
  readonly code: string
  readonly libelle: string
}

/** Who is signed in, and the pages that are theirs. */
export interface Personne {
  readonly nom: string
  readonly role: string
  readonly libelleRole: string
  /** Paths as the application declares them. */
  readonly pages: readonly string[]
}

/** A month, and the snapshot it was computed from; null where it has none. */
export interface MoisMontre {
  readonly mois: Mois
  readonly instantane: Jour | null
}

/** Where a page is: the territory, the month and the address that led to it. */
export interface Contexte {
  readonly territoires: readonly Territoire[]
  /** Code of the territory shown; null before the first snapshot. */
  readonly territoire: string | null
  /** Month shown; null before the first snapshot. */
  readonly mois: Mois | null
  /** Months that have figures, from the oldest. */
  readonly moisDisponibles: readonly Mois[]
  /** The latest of them: what a page of no month in particular was up to date with. */
  readonly dernier: MoisMontre | null
  /** The snapshot the month was computed from. */
  readonly instantane: Jour | null
  /** Local date and time of the computing, `AAAA-MM-JJTHH:MM`. */
  readonly calculeLe: string | null
  /** The data is made up: every page says so. */
  readonly demo: boolean
  /** Null before signing in. */
  readonly personne: Personne | null
  /** Path of the page, `/guichets`. */
  readonly chemin: string
  /** Query of the page, `territoire` and `mois` included or not. */
  readonly requete: Readonly<Record<string, string>>
  /** A deployment's own style-sheet, loaded after the product's. */
  readonly feuilleDeStyle?: string
}

/** A link offered by the « Exporter » menu. */
export interface LienExport {
  readonly libelle: string
  readonly href: string
}

/** Whether who is signed in may open a page, by its path as the application declares it. */
export const peutOuvrir = ({ personne }: Contexte, page: string): boolean => personne?.pages.includes(page) ?? false

/** Whether they may see the records behind a figure: a guichet sees its own, and no one's beyond. */
export const peutOuvrirDossiers = (contexte: Contexte, { niveau }: { readonly niveau: string }): boolean =>
  peutOuvrir(contexte, '/dossiers') &&
  (contexte.personne?.role !== 'guichet' || niveau === 'GUICHET' || niveau === 'SERVICE')
