import { enJour, type Jour, numeroDuJour, plusJours } from './jour.ts'

const jourDe = (annee: number, mois: number, jour: number): Jour =>
  enJour(`${annee}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`)

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm that Nature published in 1876. */
export const paques = (annee: number): Jour => {
  const a = annee % 19
  const b = Math.floor(annee / 100)
  const c = annee % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const k = c % 4
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return jourDe(annee, Math.floor(n / 31), (n % 31) + 1)
}

/** Code du travail, art. L3133-1: the days whose date is the same each year. */
const FIXES = [
  [1, 1, 'Jour de l’an'],
  [5, 1, 'Fête du Travail'],
  [5, 8, 'Victoire de 1945'],
  [7, 14, 'Fête nationale'],
  [8, 15, 'Assomption'],
  [11, 1, 'Toussaint'],
  [11, 11, 'Armistice de 1918'],
  [12, 25, 'Noël'],
] as const

/** The others of the same article, by their days after Easter Sunday. */
const MOBILES = [
  [1, 'Lundi de Pâques'],
  [39, 'Ascension'],
  [50, 'Lundi de Pentecôte'],
] as const

/** Code du travail, art. L3134-13: Moselle, Bas-Rhin, Haut-Rhin. */
const ALSACE_MOSELLE: ReadonlySet<string> = new Set(['057', '067', '068'])

/** Code du travail, art. L3422-2: the commemoration of the abolition of slavery, by territory. */
const ABOLITION: Readonly<Record<string, readonly [mois: number, jour: number]>> = {
  '971': [5, 27],
  '972': [5, 22],
  '973': [6, 10],
  '974': [12, 20],
  '976': [4, 27],
}

/** The public holidays of a year, by day, where `territoire` is a département's code on three characters. */
export const feriesDe = (annee: number, territoire = ''): ReadonlyMap<Jour, string> => {
  const dimanche = paques(annee)
  const abolition = ABOLITION[territoire]
  return new Map<Jour, string>([
    ...FIXES.map(([mois, jour, nom]) => [jourDe(annee, mois, jour), nom] as const),
    ...MOBILES.map(([apres, nom]) => [plusJours(dimanche, apres), nom] as const),
    ...(ALSACE_MOSELLE.has(territoire)
      ? ([
          [plusJours(dimanche, -2), 'Vendredi saint'],
          [jourDe(annee, 12, 26), 'Saint-Étienne'],
        ] as const)
      : []),
    ...(abolition === undefined ? [] : [[jourDe(annee, ...abolition), 'Abolition de l’esclavage'] as const]),
  ])
}

const JOURS_D_UNE_SEMAINE = 7

/** 1 for a Monday, 7 for a Sunday. */
export const jourDeLaSemaine = (jour: Jour): number =>
  // 1 January 1970 was a Thursday.
  ((((numeroDuJour(jour) + 3) % JOURS_D_UNE_SEMAINE) + JOURS_D_UNE_SEMAINE) % JOURS_D_UNE_SEMAINE) + 1

const SAMEDI = 6

/** Neither a Saturday, nor a Sunday, nor a public holiday. */
export const estOuvre = (jour: Jour, territoire = ''): boolean =>
  jourDeLaSemaine(jour) < SAMEDI && !feriesDe(Number(jour.slice(0, 4)), territoire).has(jour)

/** The day itself where it is a working one, otherwise the next that is. */
export const reporter = (jour: Jour, territoire = ''): Jour => {
  let reporte = jour
  while (!estOuvre(reporte, territoire)) reporte = plusJours(reporte, 1)
  return reporte
}
