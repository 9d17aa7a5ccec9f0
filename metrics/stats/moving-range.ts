/** Moving ranges as large as this many times their mean are left out, once. Source: Nelson 1982, J. Qual. Tech. 14:172. */
export const ECRAN = 3.267

/** Mean moving range of independent normal values, in standard deviations. */
export const D2 = 1.128

/** A monthly value, or null where the month has none. */
export type Valeur = number | null

/** Mean of the values, in their unit, taken from the first one so that equal values have exactly their mean. Null when there is none. */
export const mean = (valeurs: readonly number[]): number | null => {
  const [origine] = valeurs
  if (origine === undefined) return null
  return origine + valeurs.reduce((somme, x) => somme + (x - origine), 0) / valeurs.length
}

/** Distances between a value and the one just before it, in their unit; none across a missing month. */
export const movingRanges = (valeurs: readonly Valeur[]): number[] =>
  valeurs.flatMap((valeur, i) => {
    const avant = valeurs[i - 1]
    return valeur === null || avant === null || avant === undefined ? [] : [Math.abs(valeur - avant)]
  })

/** Over a half of the moving ranges are 0: screening the others would leave limits that every point crosses. */
export const isNearlyConstant = (valeurs: readonly Valeur[]): boolean => {
  const etendues = movingRanges(valeurs)
  return 2 * etendues.filter((etendue) => etendue === 0).length > etendues.length
}

/**
 * Mean moving range, in the unit of the values, 0 or more: what one month differs from the next by.
 * Ranges of `ecran` times the mean or more are left out once, so that one jump does not widen the limits.
 * Equal values, whose ranges are all 0, have none left out. Null when no two months follow each other.
 */
export const meanMovingRange = (valeurs: readonly Valeur[], ecran: number = ECRAN): number | null => {
  const etendues = movingRanges(valeurs)
  const premiere = mean(etendues)
  if (premiere === null || premiere === 0) return premiere
  return mean(etendues.filter((etendue) => etendue < ecran * premiere))
}
