import type { Statut } from '../../metrics/resultat.ts'

export interface Reglette {
  readonly valeur: number
  readonly bas: number | null
  readonly haut: number | null
  readonly seuil: number | null
  /** End of the scale, the same for the whole column. */
  readonly max: number
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
export const reglette = ({ valeur, bas, haut, seuil, max, statut, largeur: w = 132 }: Reglette): string => {
  const x = (v: number): number => Math.round((6 + Math.min(1, Math.max(0, v / max)) * (w - 12)) * 10) / 10
  const intervalle = bas === null || haut === null ? '' : `<path class="ic" d="M${x(bas)} ${M}H${x(haut)}"/>`
  const norme = seuil === null ? '' : `<path class="se" d="M${x(seuil)} 2V${H - 2}"/>`
  return `<svg class="strip s-${statut ?? 'NEUTRE'}" viewBox="0 0 ${w} ${H}" width="${w}" height="${H}" aria-hidden="true"><path class="ax" d="M6 ${M}H${w - 6}"/>${intervalle}${norme}<path class="pt" d="${forme(x(valeur), statut)}"/></svg>`
}
