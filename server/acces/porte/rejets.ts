import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import type { Lecteur } from '../lecteur.ts'
import { consignerPassage, exigerTousLesNumeros } from './passage.ts'

/**
 * The rows that an import refused, where their numbers may stand; null where there are none, or no more.
 *
 * @throws AccesRefuse where they are out of the person's reach.
 */
export const exporterRejets = async (
  lecteur: Lecteur,
  territoire: string,
  date: string,
  instant: string,
): Promise<Readable | null> => {
  exigerTousLesNumeros(lecteur, territoire)
  const { connection, dossier } = lecteur.base
  const instantane = (await listInstantanes(connection, territoire)).find((i) => i.date === date)
  const chemin = instantane?.fichier_rejets ? join(dossier.rejets, instantane.fichier_rejets) : null
  if (chemin === null || !existsSync(chemin)) return null
  await consignerPassage(lecteur, {
    action: 'EXPORT',
    instant,
    territoire,
    detail: { table: 'rejets', date, forme: 'csv' },
  })
  return createReadStream(chemin)
}
