/** Days as `AAAA-MM-JJ` text, with arithmetic of its own: nothing here comes from date-fns or from the engine. */

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

export const joursDuMois = (annee: number, mois: number): number => {
  if (mois !== 2) return [4, 6, 9, 11].includes(mois) ? 30 : 31
  return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0) ? 29 : 28
}

const split = (jour: string): [number, number, number] => [
  Number(jour.slice(0, 4)),
  Number(jour.slice(5, 7)),
  Number(jour.slice(8, 10)),
]

export const estCalendaire = (annee: number, mois: number, jour: number): boolean =>
  annee >= 1 && mois >= 1 && mois <= 12 && jour >= 1 && jour <= joursDuMois(annee, mois)

export const texteDuJour = (annee: number, mois: number, jour: number): string =>
  `${pad(annee, 4)}-${pad(mois, 2)}-${pad(jour, 2)}`

/** `n` calendar months later, the day cut to the month's last; past the year 9999 everything is its last day. */
export const plusMois = (jour: string, n: number): string => {
  const [annee, mois, j] = split(jour)
  const rang = annee * 12 + (mois - 1) + n
  const a = Math.floor(rang / 12)
  const m = rang - a * 12 + 1
  if (a > 9999) return '9999-12-31'
  return texteDuJour(a, m, Math.min(j, joursDuMois(a, m)))
}

/** Days since 1 March of the year 0, by the civil calendar's own cycle. */
export const rangDuJour = (jour: string): number => {
  const [annee, mois, j] = split(jour)
  const a = mois <= 2 ? annee - 1 : annee
  const m = (mois + 9) % 12
  return 365 * a + Math.floor(a / 4) - Math.floor(a / 100) + Math.floor(a / 400) + Math.floor((153 * m + 2) / 5) + j - 1
}

export const joursEntre = (de: string, a: string): number => rangDuJour(a) - rangDuJour(de)

export const plusJours = (jour: string, n: number): string => {
  let [annee, mois, j] = split(jour)
  j += n
  while (j > joursDuMois(annee, mois)) {
    j -= joursDuMois(annee, mois)
    mois += 1
    if (mois > 12) [annee, mois] = [annee + 1, 1]
  }
  while (j < 1) {
    mois -= 1
    if (mois < 1) [annee, mois] = [annee - 1, 12]
    j += joursDuMois(annee, mois)
  }
  return annee > 9999 ? '9999-12-31' : texteDuJour(annee, mois, j)
}

export const debutDuMois = (mois: string): string => `${mois}-01`

export const finDuMois = (mois: string): string => {
  const [annee, m] = split(`${mois}-01`)
  return texteDuJour(annee, m, joursDuMois(annee, m))
}

export const moisPlus = (mois: string, n: number): string => plusMois(`${mois}-01`, n).slice(0, 7)

export const moisEntre = (premier: string, dernier: string): string[] => {
  const mois: string[] = []
  for (let m = premier; m <= dernier; m = moisPlus(m, 1)) mois.push(m)
  return mois
}
