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

/** Whether a territory's latest snapshot with names was not searched yet. */
const resteAChercher = async ({ connection }: Base, territoire: string): Promise<boolean> => {
  const instantanes = await listInstantanes(connection, territoire)
  const nomme = instantanes.findLast(({ fichier_identites }) => fichier_identites !== null)
  return nomme !== undefined && !(await estRecherche(connection, territoire, nomme.date))
}

/**
 * Looks for the duplicates of a territory's latest snapshot where that was not done; nothing without names. Gives whether
 * it did.
 */
export const chercherDoublons = (
  base: Base,
  territoire: string,
  { maintenant, version, suivi }: OptionsRecherche,
): Promise<boolean> => {
  const chercher = async (): Promise<boolean> => {
    if (!(await resteAChercher(base, territoire))) return false
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
    return true
  }
  return aTour(base, chercher, (cherche) => cherche)
}
