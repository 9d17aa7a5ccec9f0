import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { CHARTES_ACTES } from './table-chartes.ts'

export type ActeDeCharte = LigneEtat<typeof CHARTES_ACTES>

/** What was done of the chartes of a territory, the oldest first. */
export const lireActesDesChartes = async (etat: BaseEtat, territoire: string): Promise<ActeDeCharte[]> => {
  const lignes = await etat
    .selectFrom('chartes_actes')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(CHARTES_ACTES, ligne))
}

export const ajouterActeDeCharte = async (etat: BaseEtat, acte: Omit<ActeDeCharte, 'id'>): Promise<void> => {
  await etat.insertInto('chartes_actes').values(ecrireLigne(CHARTES_ACTES, acte)).execute()
}
