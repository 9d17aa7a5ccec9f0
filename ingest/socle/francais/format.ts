import { type Jour, type Mois, moisDe } from '../jour.ts'
import type { Unite } from '../unite.ts'
import { INSECABLE } from './typographie.ts'

const formateurs = new Map<string, Intl.NumberFormat>()

const formateur = (min: number, max: number): Intl.NumberFormat => {
  const cle = `${min}-${max}`
  const connu = formateurs.get(cle)
  if (connu) return connu
  const neuf = new Intl.NumberFormat('fr-FR', {
    minimumFractionDigits: min,
    maximumFractionDigits: max,
    signDisplay: 'negative',
  })
  formateurs.set(cle, neuf)
  return neuf
}

const ABSENT = '–'

/** « 158 695 », « −1,3 »: narrow spaces between thousands, a true minus, never « −0 ». */
export const formatNombre = (n: number | null, decimales = 0, min = decimales): string =>
  n === null ? ABSENT : formateur(min, decimales).format(n).replace('-', '−')

/** A fraction as « 4,2 % ». */
export const formatPart = (part: number | null, decimales = 1, min = decimales): string =>
  part === null ? ABSENT : `${formatNombre(part * 100, decimales, min)}${INSECABLE}%`

/** « 15,5 j », « 8 j ». */
export const formatJours = (jours: number | null): string =>
  jours === null ? ABSENT : `${formatNombre(jours, 1, 0)}${INSECABLE}j`

export const formatValeur = (unite: Unite, valeur: number | null): string =>
  unite === 'part' ? formatPart(valeur) : unite === 'jours' ? formatJours(valeur) : formatNombre(valeur)

/** A norm or a tick, without the decimals it does not need: « 5 % », « 2,5 % », « 8 j ». */
export const formatRepere = (unite: Unite, valeur: number | null): string =>
  unite === 'part' ? formatPart(valeur, 1, 0) : formatValeur(unite, valeur)

/** Decimals of a round number, as far as a scale divides one. */
const DECIMALES_DE_GRADUATION = 9

/** A tick, with every decimal it needs: two ticks that differ never read the same. « 0,05 % », « 2,5 % », « 40 ». */
export const formatGraduation = (unite: Unite, valeur: number): string => {
  const nombre = formatNombre(unite === 'part' ? valeur * 100 : valeur, DECIMALES_DE_GRADUATION, 0)
  return unite === 'nombre' ? nombre : `${nombre}${INSECABLE}${unite === 'part' ? '%' : 'j'}`
}

/** « 8,8 à 21,6 % »: the unit is said once. */
export const formatIntervalle = (unite: Unite, bas: number | null, haut: number | null): string => {
  if (bas === null || haut === null) return ABSENT
  if (unite === 'part') return `${formatNombre(bas * 100, 1)} à ${formatPart(haut)}`
  return `${formatNombre(bas, 1, 0)} à ${formatValeur(unite, haut)}`
}

const signe = (n: number): string => (n > 0 ? '+' : '')

/** Under this number a percentage of change says less than the two numbers: one more in five makes « +20 % ». */
const EFFECTIF_D_UN_POURCENTAGE = 30

/** Relative change of a count, « +1,9 % »; null where the former one is absent, or too small for a percentage. */
export const formatEvolution = (valeur: number | null, avant: number | null): string | null => {
  if (valeur === null || avant === null || avant < EFFECTIF_D_UN_POURCENTAGE) return null
  const evolution = Math.round((1000 * (valeur - avant)) / avant) / 1000
  return `${signe(evolution)}${formatPart(evolution)}`
}

/** Difference in the unit of the indicator: « +1,3 point », « −2 j », « +12 ». */
export const formatEcart = (unite: Unite, valeur: number | null, avant: number | null): string | null => {
  if (valeur === null || avant === null) return null
  const facteur = unite === 'part' ? 100 : 1
  const ecart = Math.round(10 * facteur * (valeur - avant)) / 10
  if (unite === 'nombre') return `${signe(ecart)}${formatNombre(ecart)}`
  if (unite === 'jours') return `${signe(ecart)}${formatJours(ecart)}`
  return `${signe(ecart)}${formatNombre(ecart, 1)}${INSECABLE}point${Math.abs(ecart) >= 2 ? 's' : ''}`
}

/**
 * The value as a matrix cell tells it, the unit being in the line of thresholds: one decimal only up to 5 %,
 * or where rounding would hide that the threshold is passed.
 */
export const formatCellule = (unite: Unite, valeur: number, seuil: number | null): string => {
  if (unite === 'jours') return formatNombre(valeur, valeur < 10 ? 1 : 0, 0)
  if (unite === 'nombre') return formatNombre(valeur)
  const [entier, exact] = [Math.round(valeur * 100), valeur * 100]
  const masque = seuil !== null && entier === Math.round(seuil * 100) && exact > seuil * 100
  return formatNombre(exact, (seuil === null || seuil > 0.05) && !masque ? 0 : 1)
}

/** « 03/11/2026 », of a local date and time. */
export const formatJourDe = (instant: string): string =>
  `${instant.slice(8, 10)}/${instant.slice(5, 7)}/${instant.slice(0, 4)}`

/** « 31/10/2026 ». */
export const formatJour = (jour: Jour | null): string => (jour === null ? ABSENT : formatJourDe(jour))

/** « 6 octobre 2026 », « 1er octobre 2026 »: a day as a letter writes it. */
export const formatDate = (jour: Jour): string => {
  const rangDuJour = Number(jour.slice(8))
  return `${rangDuJour === 1 ? '1er' : rangDuJour} ${formatMois(moisDe(jour))}`
}

/** « 03/11/2026 à 07:12 », of a local date and time. */
export const formatInstant = (instant: string): string => `${formatJourDe(instant)} à ${instant.slice(11, 16)}`

const MOIS_LONGS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const MOIS_COURTS = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ')

const rang = (mois: Mois): number => Number(mois.slice(5, 7)) - 1

/** « octobre ». */
export const nomMois = (mois: Mois): string => MOIS_LONGS[rang(mois)] ?? mois

/** « oct. ». */
export const nomMoisCourt = (mois: Mois): string => MOIS_COURTS[rang(mois)] ?? mois

/** « octobre 2026 ». */
export const formatMois = (mois: Mois): string => `${nomMois(mois)} ${mois.slice(0, 4)}`

/** « oct. 2026 ». */
export const formatMoisCourt = (mois: Mois): string => `${nomMoisCourt(mois)} ${mois.slice(0, 4)}`

/** « d’octobre », « de mars ». */
export const deMois = (texte: string): string => `${/^[ao]/.test(texte) ? 'd’' : 'de '}${texte}`

/** « 42 s », « 3 min 12 s »; under a second, « moins d’une seconde ». */
export const formatDuree = (ms: number): string => {
  const secondes = Math.round(ms / 1000)
  if (secondes < 1) return 'moins d’une seconde'
  const minutes = Math.floor(secondes / 60)
  if (minutes === 0) return `${secondes}${INSECABLE}s`
  return secondes % 60 === 0 ? `${minutes}${INSECABLE}min` : `${minutes}${INSECABLE}min ${secondes % 60}${INSECABLE}s`
}
