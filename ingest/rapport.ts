import type { ValeursInconnues } from './check/inconnues.ts'
import type { Encodage } from './read/transcode.ts'
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
}
