import type { Jour } from '../socle/jour.ts'

/** Alert thresholds by indicator, as shares or days: what a true rate is judged by. Null where an indicator has none. */
export type Seuils = Readonly<Record<string, number | null>>

/** Those in force on a day. */
export type SeuilsEn = (jour: Jour) => Seuils

export type Verdict = 'honest' | 'bad'

/** How far above its threshold a true rate must be before a guichet is called bad. */
const FACTEUR_MAUVAIS = 1.5

/** @throws RangeError for an indicator that the thresholds do not know. */
export const seuilDe = (seuils: Seuils, indicateur: string): number | null => {
  const seuil = seuils[indicateur]
  if (seuil === undefined) throw new RangeError(`Aucun seuil n’est donné pour « ${indicateur} »`)
  return seuil
}

/** The threshold that practices are drawn around: there must be one. */
export const seuilPlante = (seuils: Seuils, indicateur: string): number => {
  const seuil = seuilDe(seuils, indicateur)
  if (seuil === null) throw new RangeError(`« ${indicateur} » n’a pas de seuil`)
  return seuil
}

/** Between the threshold and 1.5 times it nobody is called anything. */
export const verdictDe = (seuil: number | null, taux: number): Verdict | null => {
  if (seuil === null) return null
  if (taux <= seuil) return 'honest'
  return taux >= FACTEUR_MAUVAIS * seuil ? 'bad' : null
}
