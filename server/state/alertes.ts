import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { ALERTES_EXPLIQUEES } from './table-alertes.ts'

export type Explication = LigneEtat<typeof ALERTES_EXPLIQUEES>

export const expliquerAlerte = async (etat: BaseEtat, explication: Omit<Explication, 'id'>): Promise<void> => {
  await etat.insertInto('alertes_expliquees').values(ecrireLigne(ALERTES_EXPLIQUEES, explication)).execute()
}

/** Every explanation of a territory, the oldest first. */
export const lireExplications = async (etat: BaseEtat, territoire: string): Promise<Explication[]> => {
  const lignes = await etat
    .selectFrom('alertes_expliquees')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(ALERTES_EXPLIQUEES, ligne as CellulesDe<typeof ALERTES_EXPLIQUEES>))
}
