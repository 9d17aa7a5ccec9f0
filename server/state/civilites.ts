import type { Mois } from '../../ingest/socle/jour.ts'
import type { BaseEtat } from './etat.ts'
import { type CellulesDe, ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { CIVILITES_CONSTATS, CIVILITES_MOUVEMENTS } from './table-civilites.ts'

export type ConstatGarde = LigneEtat<typeof CIVILITES_CONSTATS>

/** A movement of civility, and what was said of it, the latest last. */
export interface MouvementGarde extends LigneEtat<typeof CIVILITES_MOUVEMENTS> {
  readonly constats: readonly ConstatGarde[]
}

export type NouveauMouvement = Omit<LigneEtat<typeof CIVILITES_MOUVEMENTS>, 'id'>

/** The movements of a territory, of every month, the oldest first; « n° purgé » where retention has passed. */
export const lireMouvements = async (etat: BaseEtat, territoire: string): Promise<MouvementGarde[]> => {
  const mouvements = await etat
    .selectFrom('civilites_mouvements')
    .selectAll()
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  const constats = await etat
    .selectFrom('civilites_constats')
    .innerJoin('civilites_mouvements', 'civilites_mouvements.id', 'civilites_constats.mouvement')
    .selectAll('civilites_constats')
    .where('civilites_mouvements.territoire', '=', territoire)
    .orderBy('civilites_constats.id')
    .execute()
  const lus = constats.map((ligne) => lireLigne(CIVILITES_CONSTATS, ligne as CellulesDe<typeof CIVILITES_CONSTATS>))
  return mouvements.map((ligne) => ({
    ...lireLigne(CIVILITES_MOUVEMENTS, ligne as CellulesDe<typeof CIVILITES_MOUVEMENTS>),
    constats: lus.filter(({ mouvement }) => mouvement === ligne.id),
  }))
}

/** Keeps the movements of a month that are not kept yet. */
export const releverMouvements = (
  etat: BaseEtat,
  { territoire, mois }: { readonly territoire: string; readonly mois: Mois },
  trouves: readonly NouveauMouvement[],
): Promise<void> =>
  etat.transaction().execute(async (transaction) => {
    const gardes = await transaction
      .selectFrom('civilites_mouvements')
      .select('numero_unique')
      .where('territoire', '=', territoire)
      .where('mois', '=', mois)
      .execute()
    const connus = new Set(gardes.map(({ numero_unique }) => numero_unique))
    for (const trouve of trouves)
      if (!connus.has(trouve.numero_unique))
        await transaction.insertInto('civilites_mouvements').values(ecrireLigne(CIVILITES_MOUVEMENTS, trouve)).execute()
  })

export const constaterCivilite = async (
  etat: BaseEtat,
  mouvement: number,
  constat: Omit<ConstatGarde, 'id' | 'mouvement'>,
): Promise<void> => {
  await etat
    .insertInto('civilites_constats')
    .values(ecrireLigne(CIVILITES_CONSTATS, { ...constat, mouvement }))
    .execute()
}
