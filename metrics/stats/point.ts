import type { Intervalle } from './intervalle.ts'

/** A month's value with the centre and the limits, not clipped, that it is held against. */
export interface Point {
  readonly valeur: number
  readonly moyenne: number
  /** Null when nothing says how much a month differs from the next. */
  readonly limites: Intervalle | null
}

/** In the order of the months; null for a month without value: a gap, which breaks every run. */
export type Points = readonly (Point | null)[]

/**
 * Sign of a − b: −1, 0 or 1. A difference that rounding alone can make, beside numbers of the size of `echelle`,
 * is 0: a point on a line stays on it whatever the unit, and twelve equal months trigger nothing.
 */
export const compare = (a: number, b: number, echelle = 0): number =>
  Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b), Math.abs(echelle)) ? 0 : Math.sign(a - b)

/** Side of the mean: 1 above, −1 below, 0 on it or where there is no value. */
export const sideOf = (point: Point | null): number => (point ? compare(point.valeur, point.moyenne) : 0)

/** Strictly beyond a fraction of the way from the mean to either limit. */
const isBeyond = (point: Point | null, fraction: number): boolean => {
  if (!point?.limites) return false
  const { valeur, moyenne, limites } = point
  const haut = moyenne + fraction * (limites.haut - moyenne)
  const bas = moyenne - fraction * (moyenne - limites.bas)
  return compare(valeur, haut, moyenne) > 0 || compare(valeur, bas, moyenne) < 0
}

/** Strictly outside the limits; on a limit is inside. */
export const isOutside = (point: Point | null): boolean => isBeyond(point, 1)

/** Strictly beyond two thirds of the way to a limit, outside included. */
export const isFar = (point: Point | null): boolean => isBeyond(point, 2 / 3)
