import type { Statut } from '../../metrics/resultat.ts'

/** Where a value stands on the line, from 0 to 1. */
export type Echelle = (valeur: number) => number

/** The same units for the whole column, up to `max`. */
export const lineaire =
  (max: number): Echelle =>
  (valeur) =>
    Math.min(1, Math.max(0, valeur / max))

/** The threshold stands at a quarter of the line. */
const SEUIL = 3

/**
 * In multiples of the threshold, whatever the indicator's unit: it stands at the same place on every row, and the scale
 * tightens to the right, so that sixteen times it and eight times it are still told apart.
 */
export const enMultiples =
  (seuil: number): Echelle =>
  (valeur) =>
    Math.max(0, valeur) / (Math.max(0, valeur) + SEUIL * seuil)

export interface Reglette {
  readonly valeur: number
  readonly bas: number | null
  readonly haut: number | null
  readonly seuil: number | null
  readonly echelle: Echelle
  readonly statut: Statut | null
  readonly largeur?: number
}

const H = 20
const M = H / 2

const forme = (x: number, statut: Statut | null): string => {
  if (statut === 'ALERTE') return `M${x} ${M - 5.5}l5.5 5.5-5.5 5.5-5.5-5.5z`
  if (statut === 'SURVEILLANCE') return `M${x} ${M - 5.5}l5.4 9.4h-10.8z`
  return `M${Math.round((x - 3.5) * 10) / 10} ${M}a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0`
}

/** Threshold (line), value (shape of its state) and 95 % interval (bar) on one line of a table. */
export const reglette = ({ valeur, bas, haut, seuil, echelle, statut, largeur: w = 132 }: Reglette): string => {
  const x = (v: number): number => Math.round((6 + echelle(v) * (w - 12)) * 10) / 10
  const intervalle = bas === null || haut === null ? '' : `<path class="ic" d="M${x(bas)} ${M}H${x(haut)}"/>`
  const norme = seuil === null ? '' : `<path class="se" d="M${x(seuil)} 2V${H - 2}"/>`
  return `<svg class="strip s-${statut ?? 'NEUTRE'}" viewBox="0 0 ${w} ${H}" width="${w}" height="${H}" aria-hidden="true"><path class="ax" d="M6 ${M}H${w - 6}"/>${intervalle}${norme}<path class="pt" d="${forme(x(valeur), statut)}"/></svg>`
}
