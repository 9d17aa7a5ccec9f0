import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { nomDuClasseur } from '../../../ingest/store/nom-rejets.ts'
import type { Lecteur } from '../lecteur.ts'
import { consignerPassage, exigerTousLesNumeros } from './passage.ts'

/** A table of text, or the workbook beside it. */
export type FormeDeRejets = 'csv' | 'xlsx'

/**
 * The rows that an import refused, where their numbers may stand; null where there are none, or no more.
 *
 * @throws AccesRefuse where they are out of the person's reach.
 */
export const exporterRejets = async (
  lecteur: Lecteur,
  territoire: string,
  date: string,
  forme: FormeDeRejets,
  instant: string,
): Promise<Readable | null> => {
  exigerTousLesNumeros(lecteur, territoire)
  const { connection, dossier } = lecteur.base
  const instantane = (await listInstantanes(connection, territoire)).find((i) => i.date === date)
  if (!instantane?.fichier_rejets) return null
  const csv = join(dossier.rejets, instantane.fichier_rejets)
  const chemin = forme === 'csv' ? csv : nomDuClasseur(csv)
  if (!existsSync(chemin)) return null
  await consignerPassage(lecteur, {
    action: 'EXPORT',
    instant,
    territoire,
    detail: { table: 'rejets', date, forme },
  })
  return createReadStream(chemin)
}
