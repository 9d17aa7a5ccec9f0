const PREMIERE_ANNEE = 1900
const DERNIERE_ANNEE = 2120
const PAR_JOUR = 86_400_000

/** A day as a number, 1 for 1 January 1900; 0 where there is no day. */
export type Numero = number

const ORIGINE = Date.UTC(PREMIERE_ANNEE, 0, 1) / PAR_JOUR - 1
const DERNIER = Date.UTC(DERNIERE_ANNEE, 11, 31) / PAR_JOUR - ORIGINE

const deux = (n: number): string => (n < 10 ? `0${n}` : String(n))

const TEXTES: string[] = ['']
const JOURS = new Uint8Array(DERNIER + 1)
const RANGS_MOIS = new Uint16Array(DERNIER + 1)
const PREMIERS = new Uint32Array((DERNIERE_ANNEE - PREMIERE_ANNEE + 1) * 12 + 1)

for (let n = 1; n <= DERNIER; n++) {
  const date = new Date((n + ORIGINE) * PAR_JOUR)
  const [annee, mois, jour] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const rang = (annee - PREMIERE_ANNEE) * 12 + mois
  TEXTES.push(`${deux(jour)}/${deux(mois + 1)}/${annee}`)
  JOURS[n] = jour
  RANGS_MOIS[n] = rang
  if (jour === 1) PREMIERS[rang] = n
}
PREMIERS[PREMIERS.length - 1] = DERNIER + 1

/** `JJ/MM/AAAA`; empty for 0. */
export const ecrireJour = (n: Numero): string => TEXTES[n] as string

/** From `AAAA-MM-JJ`. */
export const lireJour = (jour: string): Numero => Date.parse(`${jour}T00:00:00Z`) / PAR_JOUR - ORIGINE

/** Months since January 1900. */
export const rangMois = (n: Numero): number => RANGS_MOIS[n] as number

export const premierDuMois = (rang: number): Numero => PREMIERS[rang] as number

export const dernierDuMois = (rang: number): Numero => (PREMIERS[rang + 1] as number) - 1

export const anneeDe = (n: Numero): number => PREMIERE_ANNEE + Math.floor(rangMois(n) / 12)

/** January is 1. */
export const moisDansAnnee = (rang: number): number => (rang % 12) + 1

/** Day of the month. */
export const quantieme = (n: Numero): number => JOURS[n] as number

/** `MMAA`, as a numéro unique bears it. */
export const ecrireMoisCourt = (rang: number): string =>
  deux(moisDansAnnee(rang)) + deux((PREMIERE_ANNEE + Math.floor(rang / 12)) % 100)

/** `AAAA-MM`. */
export const ecrireMois = (rang: number): string => `${PREMIERE_ANNEE + Math.floor(rang / 12)}-${deux(moisDansAnnee(rang))}`

/** Calendar months later, the day cut to the month's last. */
export const plusMois = (n: Numero, mois: number): Numero => {
  const rang = rangMois(n) + mois
  return Math.min(premierDuMois(rang) + quantieme(n) - 1, dernierDuMois(rang))
}

/** 0 for Monday. 1 January 1900 was one. */
export const jourDeSemaine = (n: Numero): number => (n - 1) % 7
