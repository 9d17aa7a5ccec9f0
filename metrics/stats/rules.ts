import { compare, isFar, isOutside, type Points, sideOf } from './point.ts'

/** What a control chart says of a month, in the order in which the first that holds is kept. */
export const SIGNAUX = ['HORS_LIMITES', 'TENDANCE', 'DEUX_SUR_TROIS', 'SEPT_MEME_COTE'] as const

export type Signal = (typeof SIGNAUX)[number]

/** Each point strictly above the one before, or each strictly below. */
const isTrend = (fenetre: Points): boolean => {
  const sens = fenetre.slice(1).map((point, i) => {
    const avant = fenetre[i]
    return point && avant ? compare(point.valeur, avant.valeur) : 0
  })
  return sens.every((s) => s === 1) || sens.every((s) => s === -1)
}

const isOneSided = (fenetre: Points): boolean =>
  fenetre.every((point) => sideOf(point) === 1) || fenetre.every((point) => sideOf(point) === -1)

const isTwoFar = (fenetre: Points): boolean => isOneSided(fenetre) && fenetre.filter(isFar).length >= 2

/** Every point of every run of `longueur` months for which the rule holds. */
const flagRuns = (points: Points, longueur: number, holds: (fenetre: Points) => boolean): boolean[] => {
  const marques = points.map(() => false)
  for (let debut = 0; debut + longueur <= points.length; debut++)
    if (holds(points.slice(debut, debut + longueur))) marques.fill(true, debut, debut + longueur)
  return marques
}

/** Strictly outside the limits. */
export const flagOutside = (points: Points): boolean[] => points.map(isOutside)

/** Months of a run that is no chance. */
export const MOIS_DE_SUITE = 7

/** Seven points rising or falling: every point of the run. A tie breaks it. */
export const flagTrends = (points: Points): boolean[] => flagRuns(points, MOIS_DE_SUITE, isTrend)

/** Three points on one side of the mean, two of them at least beyond two thirds of the limit: the three points. */
export const flagTwoOfThree = (points: Points): boolean[] => flagRuns(points, 3, isTwoFar)

/** Seven points on one side of the mean: every point of the run. A point on the mean breaks it. */
export const flagOneSided = (points: Points): boolean[] => flagRuns(points, MOIS_DE_SUITE, isOneSided)

/**
 * Signals of a control chart, one a month: the first of the four rules that holds, null where none does.
 * A missing month triggers nothing and breaks the runs it stands in.
 *
 * Source: NHS England, « Making Data Count »; as in NHSRplotthedots.
 */
export const findSignals = (points: Points): (Signal | null)[] => {
  const regles: Record<Signal, readonly boolean[]> = {
    HORS_LIMITES: flagOutside(points),
    TENDANCE: flagTrends(points),
    DEUX_SUR_TROIS: flagTwoOfThree(points),
    SEPT_MEME_COTE: flagOneSided(points),
  }
  return points.map((_, i) => SIGNAUX.find((signal) => regles[signal][i]) ?? null)
}
