import type { Jour } from './socle/jour.ts'

/** What an import did, as the command line and the page of imports tell it. */
export interface RapportImport {
  readonly territoire: string
  readonly date: Jour
  readonly etat: 'IMPORTE' | 'DEJA_IMPORTE' | 'REMPLACE'
  readonly lignes: number
  readonly acceptees: number
  readonly rejetees: number
  readonly purgees: number
  readonly reparees: number
  readonly avertissements: Readonly<Record<string, number>>
  readonly colonnes_vides: readonly string[]
  readonly colonnes_ignorees: readonly string[]
  readonly colonnes_ecartees: readonly string[]
  readonly indicateurs_non_mesurables: readonly string[]
  readonly guichets_inconnus: readonly string[]
  readonly rejets: Readonly<Record<string, number>>
  readonly rejets_guichets: number
  readonly rejets_flux: number
  readonly rejets_baux: number
  readonly fichier_rejets: string | null
  /** Guichets whose register differs from the one in force before: added, removed, or changed and in what. */
  readonly ecarts_registre: readonly { readonly code: string; readonly ecart: string }[]
  readonly duree_ms: number
  /** Of each workbook, the sheets that were read, and those that were left: hidden, or of something else. */
  readonly feuilles_lues: Readonly<Record<string, readonly string[]>>
  readonly feuilles_ecartees: Readonly<Record<string, readonly string[]>>
}
