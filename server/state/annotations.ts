import type { Jour } from '../../ingest/socle/jour.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { ANNOTATIONS } from './table-annotations.ts'

export type Annotation = LigneEtat<typeof ANNOTATIONS>

export interface NouvelleAnnotation {
  readonly territoire: string
  readonly guichet: string | null
  readonly indicateur: string | null
  readonly texte: string
  readonly du: Jour
  readonly au: Jour | null
  readonly recalcule: boolean
  readonly par: string
  readonly le: string
}

export const noter = async (etat: BaseEtat, annotation: NouvelleAnnotation): Promise<number> => {
  const { id } = await etat
    .insertInto('annotations')
    .values(ecrireLigne(ANNOTATIONS, { ...annotation, retiree_par: null, retiree_le: null }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What was noted of a guichet, and of the whole territory, the oldest first; what was withdrawn is left out. */
export const listerAnnotations = async (etat: BaseEtat, territoire: string, guichet: string): Promise<Annotation[]> => {
  const lignes = await etat
    .selectFrom('annotations')
    .selectAll()
    .where('territoire', '=', territoire)
    .where((eb) => eb.or([eb('guichet', '=', guichet), eb('guichet', 'is', null)]))
    .where('retiree_le', 'is', null)
    .orderBy('du')
    .orderBy('id')
    .execute()
  return lignes.map((ligne) => lireLigne(ANNOTATIONS, ligne))
}

/** Withdraws one that stands; false where there is none such. */
export const retirerAnnotation = async (
  etat: BaseEtat,
  { territoire, guichet, id }: { readonly territoire: string; readonly guichet: string; readonly id: number },
  par: string,
  le: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await etat
    .updateTable('annotations')
    .set({ retiree_par: par, retiree_le: le })
    .where('id', '=', id)
    .where('territoire', '=', territoire)
    .where((eb) => eb.or([eb('guichet', '=', guichet), eb('guichet', 'is', null)]))
    .where('retiree_le', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
