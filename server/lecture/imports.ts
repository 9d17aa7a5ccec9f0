import { listInstantanes, readRapport } from '../../ingest/store/instantanes.ts'
import { listerRefus } from '../../ingest/store/rejets.ts'
import type { Chargement } from '../../web/chargement.ts'
import type { RefusRecent } from '../../web/components/imports/refus-recents.tsx'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { minuteDe } from '../horloge.ts'
import { memoriser } from './memoire.ts'

/** Those of a territory, whoever asks. */
export const lireChargements = memoriser(
  async ({ connection }, { territoire }: { readonly territoire: string }): Promise<Chargement[]> => {
    const instantanes = (await listInstantanes(connection, territoire)).toReversed()
    const chargements: Chargement[] = []
    for (const { date, importe_le, source, synthetique, clos, fichier_rejets } of instantanes)
      chargements.push({
        rapport: await readRapport(connection, territoire, date),
        chargeLe: minuteDe(importe_le),
        source,
        synthetique,
        clos,
        rejetsDisponibles: fichier_rejets !== null,
      })
    return chargements
  },
)

/** The refused snapshots whose rejected rows may still be had: of a territory, or, while none is loaded, of all that the person covers. */
export const refusRecentsDe = (lecteur: Lecteur, territoire: string | null): RefusRecent[] => {
  if (territoire !== null) exigerTerritoire(lecteur, territoire)
  const { territoires } = lecteur.acces
  return listerRefus(lecteur.base).filter((refus) =>
    territoire === null ? (territoires?.includes(refus.territoire) ?? true) : refus.territoire === territoire,
  )
}

/** The loaded snapshots of a territory with their reports, the latest first. */
export const chargementsDe = async (lecteur: Lecteur, territoire: string): Promise<Chargement[]> => {
  exigerTerritoire(lecteur, territoire)
  return lireChargements(lecteur.base, { territoire })
}
