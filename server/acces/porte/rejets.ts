import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { nomDuClasseur, refusNomme } from '../../../ingest/store/nom-rejets.ts'
import type { Lecteur } from '../lecteur.ts'
import { consignerPassage, exigerTousLesNumeros } from './passage.ts'

/** A table of text, or the workbook beside it. */
export type FormeDeRejets = 'csv' | 'xlsx'

interface RejetsDemandes {
  readonly territoire: string
  readonly date: string
  readonly forme: FormeDeRejets
  readonly instant: string
}

const ouvrir = async (
  lecteur: Lecteur,
  fichier: string,
  { territoire, date, forme, instant }: RejetsDemandes,
): Promise<Readable | null> => {
  const csv = join(lecteur.base.dossier.rejets, fichier)
  const chemin = forme === 'csv' ? csv : nomDuClasseur(csv)
  if (!existsSync(chemin)) return null
  const detail = { table: 'rejets', date, forme }
  await consignerPassage(lecteur, { action: 'EXPORT', instant, territoire, detail })
  return createReadStream(chemin)
}

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
  const { connection } = lecteur.base
  const instantane = (await listInstantanes(connection, territoire)).find((i) => i.date === date)
  if (!instantane?.fichier_rejets) return null
  return ouvrir(lecteur, instantane.fichier_rejets, { territoire, date, forme, instant })
}

/**
 * The rejected rows of a refused snapshot, by the name of their file; null where they are no more.
 *
 * @throws AccesRefuse where they are out of the person's reach.
 */
export const exporterRejetsRefuses = async (
  lecteur: Lecteur,
  nom: string,
  forme: FormeDeRejets,
  instant: string,
): Promise<Readable | null> => {
  const fichier = `${nom}.csv`
  const refus = refusNomme(fichier)
  if (refus === null) return null
  exigerTousLesNumeros(lecteur, refus.territoire)
  return ouvrir(lecteur, fichier, { ...refus, forme, instant })
}
