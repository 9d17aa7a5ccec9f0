import type { Jour } from '../ingest/socle/jour.ts'

/** What an import did with a snapshot: the figures that `importer` answers. */
export interface RapportChargement {
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
  readonly ecarts_registre?: readonly { readonly code: string; readonly ecart: string }[]
  readonly duree_ms: number
}

/** A snapshot that the base holds. */
export interface Chargement {
  readonly rapport: RapportChargement
  /** Local date and time of the import, `AAAA-MM-JJTHH:MM`. */
  readonly chargeLe: string
  /** What the snapshot says of its origin. */
  readonly source: string | null
  readonly synthetique: boolean
  /** Retention has erased rows of it: only its stored results are served. */
  readonly clos: boolean
  /** The rejects file is deleted after 30 days. */
  readonly rejetsDisponibles: boolean
}

/** Why an import was refused: what happened, then what to do. Nothing was stored. */
export interface Refus {
  readonly phrase: string
  readonly suite: string
  readonly fichier?: string
}
