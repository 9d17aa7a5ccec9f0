import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { COPIES } from './table-copies.ts'

/** A backup or a handover that the installation wrote. */
export type Copie = LigneEtat<typeof COPIES>

export const noterCopie = async (etat: BaseEtat, copie: Omit<Copie, 'id'>): Promise<void> => {
  await etat.insertInto('copies').values(ecrireLigne(COPIES, copie)).execute()
}

/** Notes that backups, by their paths, were taken away. */
export const noterSuppressions = async (etat: BaseEtat, chemins: readonly string[], instant: string): Promise<void> => {
  if (chemins.length === 0) return
  await etat
    .updateTable('copies')
    .set({ supprimee_le: instant })
    .where('chemin', 'in', chemins)
    .where('supprimee_le', 'is', null)
    .execute()
}

/** What was written and that the installation did not take away, the oldest first. */
export const listerCopies = async (etat: BaseEtat): Promise<Copie[]> =>
  (await etat.selectFrom('copies').selectAll().where('supprimee_le', 'is', null).orderBy('id').execute()).map((ligne) =>
    lireLigne(COPIES, ligne),
  )
