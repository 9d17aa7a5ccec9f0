import { addDays, addMonths, differenceInCalendarDays, endOfMonth, formatISO, startOfMonth } from 'date-fns'

declare const sorte: unique symbol

/** A calendar day, `AAAA-MM-JJ`, made by reading one. Never a `Date`: a day has no time zone. */
export type Jour = string & { readonly [sorte]: 'jour' }

/** A calendar month, `AAAA-MM`, made by reading one. */
export type Mois = string & { readonly [sorte]: 'mois' }

/** Noon of a day: no change of hour moves it to another. A day that its month has not becomes one of the next. */
const lire = (jour: string): Date => {
  const date = new Date(2000, 0, 1, 12)
  date.setFullYear(Number(jour.slice(0, 4)), Number(jour.slice(5, 7)) - 1, Number(jour.slice(8, 10)))
  return date
}
// What is made here of a day or a month is one: it is not read again.
const ecrire = (date: Date): Jour => formatISO(date, { representation: 'date' }) as Jour

export const estJour = (texte: string): texte is Jour =>
  /^\d{4}-\d{2}-\d{2}$/.test(texte) && ecrire(lire(texte)) === texte

export const estMois = (texte: string): texte is Mois => /^\d{4}-\d{2}$/.test(texte) && estJour(`${texte}-01`)

/** @throws RangeError where the text is no calendar day. */
export const enJour = (texte: string): Jour => {
  if (!estJour(texte)) throw new RangeError(`Ce n’est pas un jour : ${texte}`)
  return texte
}

/** @throws RangeError where the text is no calendar month. */
export const enMois = (texte: string): Mois => {
  if (!estMois(texte)) throw new RangeError(`Ce n’est pas un mois : ${texte}`)
  return texte
}

/** The calendar day of a moment, where this process runs. */
export const jourDuMoment = (moment: Date): Jour => ecrire(moment)

/** The calendar day of an instant, as a base keeps one. */
export const jourDeLInstant = (instant: string): Jour => enJour(instant.slice(0, 10))

export const moisDe = (jour: Jour): Mois => jour.slice(0, 7) as Mois

export const debutMois = (mois: Mois): Jour => `${mois}-01` as Jour

export const finMois = (mois: Mois): Jour => ecrire(endOfMonth(lire(debutMois(mois))))

/** `n` calendar months later (or earlier), the day cut to the month's last: 31 January + 1 is 28 or 29 February. */
export const plusMois = (jour: Jour, n: number): Jour => ecrire(addMonths(lire(jour), n))

/** The last day whose anniversary, so many years later, is not after a day: who was born on 29 February has it on the 28th. */
export const ansAvant = (jour: Jour, annees: number): Jour => {
  const memeDate = plusMois(jour, -12 * annees)
  const lendemain = plusJours(memeDate, 1)
  return plusMois(lendemain, 12 * annees) <= jour ? lendemain : memeDate
}

export const moisPlus = (mois: Mois, n: number): Mois => moisDe(plusMois(debutMois(mois), n))

export const plusJours = (jour: Jour, n: number): Jour => ecrire(addDays(lire(jour), n))

/** Whole days from the first to the second, negative where it comes before. */
export const joursEntre = (debut: Jour, fin: Jour): number => differenceInCalendarDays(lire(fin), lire(debut))

const PREMIER_JOUR = enJour('1970-01-01')

/** Days from 1970 to a day, as the engine and files of columns count them. */
export const numeroDuJour = (jour: Jour): number => joursEntre(PREMIER_JOUR, jour)

export const jourDuNumero = (numero: number): Jour => plusJours(PREMIER_JOUR, numero)

/** Every month from the first to the last, both included; none when the last comes before the first. */
export const moisEntre = (premier: Mois, dernier: Mois): Mois[] => {
  const mois: Mois[] = []
  for (let m = premier; m <= dernier; m = moisPlus(m, 1)) mois.push(m)
  return mois
}

/** The months of a period made of whole months, or null where it starts or ends in the middle of one. */
export const moisEntiers = (debut: string, fin: string): Mois[] | null => {
  if (!estJour(debut) || !estJour(fin) || fin < debut) return null
  if (ecrire(startOfMonth(lire(debut))) !== debut || finMois(moisDe(fin)) !== fin) return null
  return moisEntre(moisDe(debut), moisDe(fin))
}
