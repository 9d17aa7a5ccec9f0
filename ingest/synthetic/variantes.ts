import type { Alea } from './alea.ts'
import type { Calendrier } from './calendrier.ts'

/** What is compared of a name: the letters A to Z without accents, as `normalise` in the snapshot's contract. */
export const normaliser = (nom: string): string =>
  nom
    .replace(/[œŒ]/g, 'OE')
    .replace(/[æÆ]/g, 'AE')
    .replace(/ß/g, 'SS')
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z]/g, '')

const sansAccents = (nom: string): string => nom.normalize('NFD').replace(/\p{M}/gu, '')

/** « Jean-Pierre » from « JEAN-PIERRE ». */
export const enCasseDeTitre = (nom: string): string =>
  nom.toLowerCase().replace(/(^|[ '’-])\p{L}/gu, (debut) => debut.toUpperCase())

const GRAPHIES: readonly ((nom: string) => string)[] = [
  sansAccents,
  enCasseDeTitre,
  (nom) => nom.toUpperCase(),
  (nom) => nom.replace(/-/g, ' '),
  (nom) => nom.replace(/ /g, ''),
  (nom) => nom.replace(/['’]/g, ' '),
  (nom) => nom.replace(/['’]/g, (apostrophe) => (apostrophe === "'" ? '’' : "'")),
]

/** The same name written otherwise: case, accents, hyphen. Always differs as text, never once normalised. */
export const autreGraphie = (nom: string, alea: Alea): string => {
  const depart = alea.entier(GRAPHIES.length)
  for (let i = 0; i < GRAPHIES.length; i++) {
    const autre = (GRAPHIES[(depart + i) % GRAPHIES.length] as (nom: string) => string)(nom)
    if (autre !== nom) return autre
  }
  return ` ${nom}`.slice(1).toLowerCase()
}

const VOISINES: Readonly<Record<string, string>> = {
  A: 'ZQE',
  B: 'VN',
  C: 'XV',
  D: 'SF',
  E: 'RZA',
  F: 'DG',
  G: 'FH',
  H: 'GJ',
  I: 'UOY',
  J: 'HK',
  K: 'JLC',
  L: 'KM',
  M: 'LN',
  N: 'BM',
  O: 'IPU',
  P: 'OL',
  Q: 'SA',
  R: 'ET',
  S: 'DZC',
  T: 'RYD',
  U: 'YIO',
  V: 'CB',
  W: 'XV',
  X: 'WC',
  Y: 'TUI',
  Z: 'SE',
}

/** One letter changed, lost, doubled or exchanged with the next. Always differs once normalised. */
export const fauteDeFrappe = (nom: string, alea: Alea): string => {
  for (;;) {
    const i = alea.entier(nom.length)
    const lettre = nom[i] as string
    const majuscule = sansAccents(lettre).toUpperCase()
    const voisines = VOISINES[majuscule]
    if (voisines === undefined) continue
    const remplacante = voisines[alea.entier(voisines.length)] as string
    const casse = lettre === lettre.toUpperCase() ? remplacante : remplacante.toLowerCase()
    const avant = nom.slice(0, i)
    const apres = nom.slice(i + 1)
    const genre = nom.length < 4 ? 0 : alea.entier(4)
    const faute =
      genre === 0
        ? avant + casse + apres
        : genre === 1
          ? avant + apres
          : genre === 2
            ? avant + lettre + lettre + apres
            : avant + apres.slice(0, 1) + lettre + apres.slice(1)
    if (normaliser(faute) !== normaliser(nom)) return faute
  }
}

/** Day and month exchanged, or null where that is no date or the same one. */
export const jourEtMoisEchanges = (jour: number, calendrier: Calendrier): number | null => {
  const quantieme = calendrier.quantiemes[jour] as number
  const mois = ((calendrier.moisDe[jour] as number) % 12) + 1
  if (quantieme > 12 || quantieme === mois) return null
  return calendrier.jour(calendrier.annees[jour] as number, quantieme, mois)
}
