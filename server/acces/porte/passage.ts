import { consigner } from '../../state/journal.ts'
import { exigerTerritoire, type Lecteur } from '../lecteur.ts'
import type { Passage } from '../passage.ts'
import { AccesRefuse } from '../refus.ts'
import { GERENT, VOIENT_DES_NUMEROS, VOIENT_LES_NOMS, VOIENT_TOUS_LES_NUMEROS } from '../roles.ts'
import { detailDe, type Tranche } from './tranche.ts'

/** What is asked of the door for: to be shown on a page, or taken away in a form. */
export type Pourquoi = (
  | { readonly action: 'CONSULTATION'; readonly instant: string }
  | { readonly action: 'EXPORT'; readonly instant: string; readonly forme: string; readonly tranche?: Tranche }
) & {
  /** The list joined to a measure that it is asked as. */
  readonly annexe?: number
}

/** @throws AccesRefuse where the role sees no numbers, or the territory is not the person's. */
export const exigerDesNumeros = (lecteur: Lecteur, territoire: string): void => {
  exigerTerritoire(lecteur, territoire)
  if (!VOIENT_DES_NUMEROS.includes(lecteur.acces.role)) throw new AccesRefuse('rôle sans accès aux numéros')
}

/** @throws AccesRefuse where the role sees no numbers but its own service's, or the territory is not the person's. */
export const exigerTousLesNumeros = (lecteur: Lecteur, territoire: string): void => {
  exigerTerritoire(lecteur, territoire)
  if (!VOIENT_TOUS_LES_NUMEROS.includes(lecteur.acces.role)) throw new AccesRefuse('rôle sans accès aux numéros')
}

export const voitLesNoms = ({ acces }: Lecteur): boolean => VOIENT_LES_NOMS.includes(acces.role)

/** @throws AccesRefuse where the role sees no names. */
export const exigerLesNoms = (lecteur: Lecteur): void => {
  if (!voitLesNoms(lecteur)) throw new AccesRefuse('rôle sans accès aux noms')
}

/** @throws AccesRefuse where the role does not keep the territory. */
export const exigerGestion = ({ acces }: Lecteur): void => {
  if (!GERENT.includes(acces.role)) throw new AccesRefuse('rôle sans accès à cet acte')
}

/** Writes in the audit log what a person is about to be given: nothing is, where this fails. */
export const consignerPassages = async (
  { etat, acces }: Pick<Lecteur, 'etat' | 'acces'>,
  passages: readonly Passage[],
): Promise<void> => {
  if (passages.length > 0)
    await consigner(etat, ...passages.map((passage) => ({ ...passage, qui: acces.qui, role: acces.role })))
}

/** The same of one; of a page made for nobody in particular it is noted, and written as each is given the page. */
export const consignerPassage = async (lecteur: Lecteur, passage: Passage): Promise<void> => {
  if (lecteur.carnet === undefined) await consignerPassages(lecteur, [passage])
  else lecteur.carnet.push(passage)
}

/** What a form adds to the detail of an entry. */
export const formeDe = (
  pourquoi: Pourquoi,
): { readonly forme?: string; readonly depart?: number; readonly annexe?: number } => ({
  ...(pourquoi.annexe === undefined ? {} : { annexe: pourquoi.annexe }),
  ...(pourquoi.action === 'EXPORT' ? { forme: pourquoi.forme, ...detailDe(pourquoi.tranche) } : {}),
})

/** Rows that come as they are read; who stops before the end says so. */
export interface Flux<L> {
  readonly lignes: AsyncIterable<L>
  fermer(): void
}
