import { AVEC_SECOND_FACTEUR, type Role } from '../acces/roles.ts'
import type { BaseEtat } from './etat.ts'

/** The settings that are not an indicator's, with what they are until somebody decides otherwise. */
export interface Reglages {
  /** Roles that cannot sign in without a second factor. */
  readonly second_facteur: readonly Role[]
  /** Whether services are named to the comité, as it decided on the setting's date. */
  readonly copil_nominatif: boolean
  /** Days after which an account nobody used is closed. */
  readonly jours_inutilise: number
  /** Months between two reviews of the accounts. */
  readonly mois_entre_revues: number
}

const DEFAUTS: Reglages = {
  second_facteur: AVEC_SECOND_FACTEUR,
  copil_nominatif: false,
  jours_inutilise: 180,
  mois_entre_revues: 6,
}

export type CleReglage = keyof Reglages

export interface Saisie {
  readonly depuis: string
  readonly motif: string
  readonly saisi_le: string
  readonly saisi_par: string
}

export const regler = async <C extends CleReglage>(
  etat: BaseEtat,
  cle: C,
  valeur: Reglages[C],
  saisie: Saisie,
): Promise<void> => {
  await etat
    .insertInto('reglages')
    .values({ cle, valeur: JSON.stringify(valeur), ...saisie })
    .execute()
}

/** Every decision, the latest first. */
export const listerReglages = (etat: BaseEtat) =>
  etat.selectFrom('reglages').selectAll().orderBy('depuis', 'desc').orderBy('id', 'desc').execute()

/** The settings in force on a day. */
export const lireReglages = async (etat: BaseEtat, jour: string): Promise<Reglages> => {
  const saisis = (await listerReglages(etat)).filter(({ depuis }) => depuis <= jour).toReversed()
  return { ...DEFAUTS, ...Object.fromEntries(saisis.map(({ cle, valeur }) => [cle, JSON.parse(valeur) as unknown])) }
}
