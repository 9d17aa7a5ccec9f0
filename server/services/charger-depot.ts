import type { Profil } from '../../ingest/contract/profil.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import type { SourceSecret } from '../../ingest/store/secret.ts'
import type { Acces } from '../acces/acces.ts'
import { chargerInstantane, type PasseOutre } from './charger.ts'
import { chercherDoublons } from './doublons.ts'

export interface OptionsDepot {
  readonly acces: Acces
  readonly territoire?: string
  readonly date?: string
  readonly profil: Profil | null
  readonly remplacer: boolean
  readonly passeOutre: PasseOutre
  readonly secret: SourceSecret
  readonly maintenant: Date
  readonly version: string
  readonly suivi: (etape: string) => void
  /** What fails once the snapshot is loaded takes nothing back from it. */
  readonly onDoublons: (cause: unknown) => void
}

/** No share of rows or values is then too much. */
const SANS_LIMITE = 1

/** Loads the snapshot of a deposit, then looks for its duplicates. */
export const chargerDepot = async (base: Base, chemin: string, options: OptionsDepot): Promise<RapportImport> => {
  const { profil, passeOutre, onDoublons, ...reste } = options
  const rapport = await chargerInstantane(base, chemin, {
    ...reste,
    ...(profil === null ? {} : { profil }),
    passeOutre,
    ...('TROP_DE_REJETS' in passeOutre ? { tolerance: SANS_LIMITE } : {}),
    ...('VALEURS_INCONNUES' in passeOutre ? { toleranceValeurs: SANS_LIMITE } : {}),
  })
  const { maintenant, version, suivi } = options
  suivi('doublons')
  await chercherDoublons(base, rapport.territoire, { maintenant, version }).catch(onDoublons)
  return rapport
}
