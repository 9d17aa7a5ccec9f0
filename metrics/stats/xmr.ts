import type { Intervalle } from './intervalle.ts'
import { ECRAN, mean, meanMovingRange, type Valeur } from './moving-range.ts'

/** Mean moving ranges from the mean to a limit: 3/1.128, rounded as it is published. */
export const CONSTANTE = 2.66

export interface Xmr {
  readonly moyenne: number
  /** Null when no two months follow each other: nothing says how much a month differs from the next. */
  readonly limites: Intervalle | null
}

export interface XmrOptions {
  /** Mean moving ranges from the mean to a limit: 2.66, or 3/1.128 unrounded. */
  readonly constante?: number
  /** Moving ranges left out, as a multiple of their mean; `Infinity` leaves out none. */
  readonly ecran?: number
}

/**
 * Individuals chart: mean ± 2.66 × mean moving range, of the values of one entity in the order of the months.
 * Every value stays in the mean; only moving ranges are screened, and none spans a missing month.
 *
 * In the unit of the values, limits not clipped. Null when there is no value.
 *
 * Source: Shewhart; Montgomery, Introduction to Statistical Quality Control, 6.4; NHS « Making Data Count ».
 */
export const xmr = (
  valeurs: readonly Valeur[],
  { constante = CONSTANTE, ecran = ECRAN }: XmrOptions = {},
): Xmr | null => {
  const moyenne = mean(valeurs.filter((valeur) => valeur !== null))
  if (moyenne === null) return null
  const etendue = meanMovingRange(valeurs, ecran)
  if (etendue === null) return { moyenne, limites: null }
  return { moyenne, limites: { bas: moyenne - constante * etendue, haut: moyenne + constante * etendue } }
}
