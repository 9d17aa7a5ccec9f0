import type { RapportInstantane } from '../ingest/store/rapport.ts'

/** A snapshot that the base holds. */
export interface Chargement {
  readonly rapport: RapportInstantane
  /** Local date and time of the import, `AAAA-MM-JJTHH:MM`. */
  readonly chargeLe: string
  /** What the snapshot says of its origin. */
  readonly source: string | null
  readonly synthetique: boolean
  /** Retention has erased rows of it: only its stored results are served. */
  readonly clos: boolean
  /** The rejects file has not yet been deleted. */
  readonly rejetsDisponibles: boolean
}

/** Why an import was refused: what happened, then what to do. Nothing was stored. */
export interface Refus {
  readonly phrase: string
  readonly suite: string
  readonly fichier?: string
}
