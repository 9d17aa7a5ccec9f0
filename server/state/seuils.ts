import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { SEUILS_RESSOURCES } from './table-normes.ts'

/** A threshold of the first quartile of resources, and the decision it comes from. */
export type SeuilSaisi = LigneEtat<typeof SEUILS_RESSOURCES>

export const saisirSeuils = async (etat: BaseEtat, seuils: readonly Omit<SeuilSaisi, 'id'>[]): Promise<void> => {
  await etat
    .insertInto('seuils_ressources')
    .values(seuils.map((seuil) => ecrireLigne(SEUILS_RESSOURCES, seuil)))
    .execute()
}

/** Every threshold of a territory, in the order they were typed. */
export const listerSeuils = async (etat: BaseEtat, territoire: string): Promise<SeuilSaisi[]> => {
  const lignes = await etat
    .selectFrom('seuils_ressources')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(SEUILS_RESSOURCES, ligne))
}
