import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { OBLIGATIONS_FAITES } from './table-agenda.ts'

/** An obligation said done. */
export type ObligationFaite = LigneEtat<typeof OBLIGATIONS_FAITES>

/** All that was recorded of a territory, the oldest first, what was withdrawn included. */
export const lireObligationsFaites = async (etat: BaseEtat, territoire: string): Promise<ObligationFaite[]> => {
  const lignes = await etat
    .selectFrom('obligations_faites')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(OBLIGATIONS_FAITES, ligne))
}

export const consignerObligation = async (
  etat: BaseEtat,
  fait: Omit<ObligationFaite, 'id' | 'retire_par' | 'retire_le'>,
): Promise<void> => {
  await etat
    .insertInto('obligations_faites')
    .values(ecrireLigne(OBLIGATIONS_FAITES, { ...fait, retire_par: null, retire_le: null }))
    .execute()
}
