import type { Profil } from '../../ingest/contract/profil.ts'
import { importInstantane } from '../../ingest/load.ts'
import type { RapportImport } from '../../ingest/rapport.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { Jour } from '../../ingest/store/jour.ts'
import { expirerRejets } from '../../ingest/store/rejets.ts'
import { loadSecret, type SourceSecret } from '../../ingest/store/secret.ts'
import { calculer } from '../../metrics/engine/etape.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { avecEtat } from '../state/etat.ts'
import { lireNormes } from '../state/normes.ts'
import { aTour } from './tour.ts'

export interface OptionsChargement {
  readonly territoire?: string
  readonly date?: Jour
  readonly profil?: Profil
  readonly tolerance?: number
  readonly remplacer?: boolean
  readonly secret: SourceSecret
  readonly maintenant: Date
  readonly version: string
  readonly suivi?: (etape: string) => void
}

/** Loads a snapshot and computes the figures it makes possible, in one transaction. */
export const chargerInstantane = (base: Base, chemin: string, options: OptionsChargement): Promise<RapportImport> =>
  aTour(base, async () => {
    const { secret: source, maintenant, version, ...reste } = options
    const secret = await loadSecret(base.connection, source)
    const rapport = await importInstantane(
      base,
      chemin,
      { ...reste, secret, aujourdhui: jourDe(maintenant), maintenant: instantDe(maintenant) },
      async (contexte) => {
        const normesEn = await avecEtat(base.dossier, (etat) => lireNormes(etat, contexte.territoire))
        return calculer({ ...contexte, version, normesEn })
      },
    )
    await expirerRejets(base, jourDe(maintenant))
    return rapport
  })
