import {
  addDays,
  addMonths,
  differenceInCalendarDays,
  endOfMonth,
  format,
  isValid,
  parse,
  startOfMonth,
} from 'date-fns'

/** A calendar day, `AAAA-MM-JJ`. Never a `Date`: a day has no time zone. */
export type Jour = string

/** A calendar month, `AAAA-MM`. */
export type Mois = string

const FORMAT_JOUR = 'yyyy-MM-dd'

const lire = (jour: Jour): Date => parse(jour, FORMAT_JOUR, new Date(2000, 0, 1, 12))
const ecrire = (date: Date): Jour => format(date, FORMAT_JOUR)

export const estJour = (texte: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(texte) && isValid(lire(texte))

export const estMois = (texte: string): boolean => /^\d{4}-\d{2}$/.test(texte) && estJour(`${texte}-01`)

export const moisDe = (jour: Jour): Mois => jour.slice(0, 7)

export const debutMois = (mois: Mois): Jour => `${mois}-01`

export const finMois = (mois: Mois): Jour => ecrire(endOfMonth(lire(debutMois(mois))))

/** `n` calendar months later (or earlier), the day cut to the month's last: 31 January + 1 is 28 or 29 February. */
export const plusMois = (jour: Jour, n: number): Jour => ecrire(addMonths(lire(jour), n))

export const moisPlus = (mois: Mois, n: number): Mois => moisDe(plusMois(debutMois(mois), n))

export const plusJours = (jour: Jour, n: number): Jour => ecrire(addDays(lire(jour), n))

/** Whole days from the first to the second, negative where it comes before. */
export const joursEntre = (debut: Jour, fin: Jour): number => differenceInCalendarDays(lire(fin), lire(debut))

const PREMIER_JOUR: Jour = '1970-01-01'

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
export const moisEntiers = (debut: Jour, fin: Jour): Mois[] | null => {
  if (!estJour(debut) || !estJour(fin) || fin < debut) return null
  if (ecrire(startOfMonth(lire(debut))) !== debut || finMois(moisDe(fin)) !== fin) return null
  return moisEntre(moisDe(debut), moisDe(fin))
}
