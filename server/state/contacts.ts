import type { NATURES } from '../../metrics/doublons/frequents.ts'
import type { BaseEtat } from './etat.ts'

export interface Nomination {
  readonly territoire: string
  readonly nature: (typeof NATURES)[number]
  readonly valeur: string
  /** Whose contact it is: a hostel, a CCAS, an association. Empty takes the name away. */
  readonly nom: string
  readonly par: string
  readonly le: string
}

export const cleContact = ({ nature, valeur }: { readonly nature: string; readonly valeur: string }): string =>
  `${nature} ${valeur}`

export const nommerContact = async (etat: BaseEtat, nomination: Nomination): Promise<void> => {
  await etat.insertInto('contacts_nommes').values(nomination).execute()
}

/** The names given to a territory's contacts, by `cleContact`: the last given holds, from month to month. */
export const lireNomsDesContacts = async (etat: BaseEtat, territoire: string): Promise<ReadonlyMap<string, string>> => {
  const lignes = await etat
    .selectFrom('contacts_nommes')
    .select(['nature', 'valeur', 'nom'])
    .where('territoire', '=', territoire)
    .orderBy('id')
    .execute()
  return new Map(lignes.map((ligne) => [cleContact(ligne), ligne.nom]))
}
