import type { Base } from '../../ingest/store/base.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { estRecherche } from '../../metrics/doublons/lire.ts'
import type { BilanRegle } from '../../metrics/doublons/rapprocher.ts'
import { rechercherDoublons } from '../../metrics/doublons/rechercher.ts'
import { instantDe } from '../horloge.ts'
import { direRegle } from '../lecture/dire-regle.ts'
import { aTour } from './tour.ts'

export interface OptionsRecherche {
  readonly maintenant: Date
  readonly version: string
  readonly suivi?: (phrase: string) => void
}

/** Looks for the duplicates of a territory's latest snapshot where that was not done; nothing without names. */
export const chercherDoublons = (
  base: Base,
  territoire: string,
  { maintenant, version, suivi }: OptionsRecherche,
): Promise<void> =>
  aTour(base, async () => {
    const instantanes = await listInstantanes(base.connection, territoire)
    const nomme = instantanes.findLast(({ fichier_identites }) => fichier_identites !== null)
    if (nomme === undefined || (await estRecherche(base.connection, territoire, nomme.date))) return
    const connection = await base.connect()
    try {
      await rechercherDoublons({
        connection,
        dossier: base.dossier,
        territoire,
        version,
        maintenant: instantDe(maintenant),
        ...(suivi === undefined ? {} : { suivi: (bilan: BilanRegle) => suivi(direRegle(bilan)) }),
      })
    } finally {
      connection.closeSync()
    }
  })
