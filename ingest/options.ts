import type { DuckDBConnection } from '@duckdb/node-api'
import type { RawBuilder } from 'kysely'
import type { Profil } from './contract/profil.ts'
import type { Jour } from './socle/jour.ts'
import type { Dossier } from './store/dossier.ts'

export interface OptionsImport {
  readonly territoire?: string
  readonly date?: string
  readonly profil?: Profil
  /** Share of rejected rows above which the snapshot is refused whole. */
  readonly tolerance?: number
  /** Share of unreadable values of a column above which the snapshot is refused whole. */
  readonly toleranceValeurs?: number
  readonly remplacer?: boolean
  readonly aujourdhui: Jour
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly maintenant: string
  readonly secret: string | null
  readonly suivi?: (etape: string) => void
  /** Throws for a territory that may not be loaded, before anything of it is read or told. */
  readonly admettre?: (territoire: string) => void
}

/** What a step that runs before the commit is told. */
export interface ContexteEtape {
  readonly connection: DuckDBConnection
  /** Where the files beside the base are. */
  readonly dossier: Dossier
  readonly territoire: string
  readonly date: Jour
  /** The file of this snapshot's identity keys; null without the fingerprint secret. */
  readonly cles: string | null
  /** A relation of its demandes with the birth dates and sensitive values that history does not keep. */
  readonly completes: RawBuilder<unknown>
  readonly maintenant: string
}

/** Runs in the import's transaction; says which indicators could not be measured. */
export type EtapeAvantValidation = (
  contexte: ContexteEtape,
) => Promise<{ indicateurs_non_mesurables: readonly string[] }>
