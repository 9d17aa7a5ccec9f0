import type { Profil } from '../contract/profil.ts'
import type { Encodage } from '../read/transcode.ts'
import type { Jour } from '../socle/jour.ts'

/** Values that no list or form knows, by column, with their numbers, the most frequent first. */
export type ValeursInconnues = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What an import did with a snapshot, as it is kept with it. */
export interface RapportInstantane {
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
  /** Guichets whose register differs from the one in force before: added, removed, or changed and in what. */
  readonly ecarts_registre: readonly { readonly code: string; readonly ecart: string }[]
  readonly duree_ms: number
  /** Days from the snapshot's date to the latest attribution recorded after it; 0 without. */
  readonly extraite_apres: number
  /** Of `.csv` files, by name. */
  readonly encodages: Readonly<Record<string, Encodage>>
  readonly octets_repris: number
  readonly completees: number
  readonly lignes_de_total: number
  readonly mots_vides: Readonly<Record<string, number>>
  readonly valeurs_inconnues: ValeursInconnues
  readonly vides_lus_non: readonly string[]
  /** Of each workbook, the sheets that were read, and those that were left: hidden, or of something else. */
  readonly feuilles_lues: Readonly<Record<string, readonly string[]>>
  readonly feuilles_ecartees: Readonly<Record<string, readonly string[]>>
  /** What the files were read with: the import's own, or the one kept for the territory; null without. */
  readonly profil: Profil | null
}

/** What a report kept before these were counted says of them. */
export const SANS_REPRISE = {
  ecarts_registre: [],
  extraite_apres: 0,
  encodages: {},
  octets_repris: 0,
  completees: 0,
  lignes_de_total: 0,
  mots_vides: {},
  valeurs_inconnues: {},
  vides_lus_non: [],
  feuilles_lues: {},
  feuilles_ecartees: {},
  profil: null,
} as const satisfies Partial<RapportInstantane>

/** The same, as it is told once the import is done. */
export interface RapportImport extends RapportInstantane {
  /** Where the rejected rows are; null where there are none, or no more. */
  readonly fichier_rejets: string | null
}
