import type { Jour, Mois } from '../ingest/store/jour.ts'

export interface Territoire {
  readonly code: string
  readonly libelle: string
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
  /** The snapshot the month was computed from. */
  readonly instantane: Jour | null
  /** Local date and time of the computing, `AAAA-MM-JJTHH:MM`. */
  readonly calculeLe: string | null
  /** The data is made up: every page says so. */
  readonly demo: boolean
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
