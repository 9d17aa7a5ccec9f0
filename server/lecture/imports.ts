import { listInstantanes, readRapport } from '../../ingest/store/instantanes.ts'
import type { RapportInstantane } from '../../ingest/store/rapport.ts'
import type { Chargement } from '../../web/chargement.ts'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { memoriser } from './memoire.ts'

type RapportGarde = Omit<RapportInstantane, 'ecarts_registre'> & Partial<Pick<RapportInstantane, 'ecarts_registre'>>

/** A report as it was kept; those of the first versions do not tell the register's changes. */
const lireRapport = (texte: string | null): RapportInstantane => {
  const { ecarts_registre = [], ...rapport } = JSON.parse(texte ?? '{}') as RapportGarde
  return { ...rapport, ecarts_registre }
}

const tousLesChargements = memoriser(
  async ({ connection }, { territoire }: { readonly territoire: string }): Promise<Chargement[]> => {
    const instantanes = (await listInstantanes(connection, territoire)).toReversed()
    const chargements: Chargement[] = []
    for (const { date, importe_le, source, synthetique, clos, fichier_rejets } of instantanes)
      chargements.push({
        rapport: lireRapport(await readRapport(connection, territoire, date)),
        chargeLe: importe_le.slice(0, 16).replace(' ', 'T'),
        source,
        synthetique,
        clos,
        rejetsDisponibles: fichier_rejets !== null,
      })
    return chargements
  },
)

/** The loaded snapshots of a territory with their reports, the latest first. */
export const chargementsDe = async (lecteur: Lecteur, territoire: string): Promise<Chargement[]> => {
  exigerTerritoire(lecteur, territoire)
  return tousLesChargements(lecteur.base, { territoire })
}
