import type { ActeRattrape, Irregularites, Rattrapage, Silence } from './irregularites.ts'
import { datesPour, prendre, type Urne } from './urne.ts'

/** A year's catch-ups and silences. */
const PAR_AN = { rattrapages: 2, silences: 1 } as const

/** Days for which a guichet leaves its acts before it catches up. */
const JOURS_OUBLIES = 170

/** Weeks of a silence at least, and how many more at most. */
const SEMAINES = [9, 7] as const
const SEMAINE = 7

const tirerRattrapage = (urne: Urne, jour: number, k: number): Rattrapage[] => {
  const { actifs, bailleurs, habitudes } = urne.effectif
  const acte: ActeRattrape = k % 2 === 0 ? 'ATTRIBUTION' : 'RADIATION'
  const auFil = (r: number) => habitudes[r]?.rythme.cadence !== 'TRIMESTRE'
  const candidats = acte === 'ATTRIBUTION' ? bailleurs.slice(2, 9) : actifs.slice(1, 7)
  const guichet = prendre(urne, candidats, acte === 'ATTRIBUTION' ? 'rythme' : 'radiations', auFil)
  return guichet === undefined ? [] : [{ guichet, acte, jour, debut: jour - JOURS_OUBLIES }]
}

/** From a Monday to a Sunday, and over before the last snapshot's month. */
const tirerSilence = (urne: Urne, jour: number, k: number): Silence[] => {
  const { effectif, temps, alea } = urne
  const duree = (SEMAINES[0] + alea.entier(SEMAINES[1])) * SEMAINE
  const debut = Math.min(jour, temps.dernier - duree - 40)
  const lundi = debut - (debut % SEMAINE)
  if (lundi <= temps.premier) return []
  const candidats = k % 2 === 0 ? effectif.actifs.slice(4, 16) : effectif.bailleurs.slice(3, 12)
  const guichet = prendre(urne, candidats, 'rythme', (r) => !urne.pris.has(`${r} radiations`))
  return guichet === undefined ? [] : [{ guichet, debut: lundi, fin: lundi + duree - 1 }]
}

/** Days on which much is recorded at once, and months in which nothing is. */
export const tirerIrregularites = (urne: Urne): Irregularites => {
  const parGuichet = <T extends { readonly guichet: number }>(liste: readonly T[]): Map<number, T> =>
    new Map(liste.map((irregularite) => [irregularite.guichet, irregularite]))
  return {
    rattrapages: parGuichet(datesPour(urne, PAR_AN.rattrapages).flatMap((jour, k) => tirerRattrapage(urne, jour, k))),
    silences: parGuichet(datesPour(urne, PAR_AN.silences).flatMap((jour, k) => tirerSilence(urne, jour, k))),
  }
}
