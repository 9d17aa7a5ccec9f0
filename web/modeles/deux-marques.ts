import { compare } from '../../metrics/stats/point.ts'
import type { LigneSerie } from '../../metrics/stats/serie.ts'

/** What the curve does, where less is better: it gets worse, better, or varies as it does. */
export const VARIATIONS = {
  DEGRADE: 'Se dégrade',
  AMELIORE: 'S’améliore',
  ORDINAIRE: 'Varie comme d’ordinaire',
} as const

/** Whether the threshold can be held, as things go: it is, it is not, or it depends on the month. */
export const ASSURANCES = {
  TENU: 'Seuil tenu',
  TANTOT: 'Seuil tantôt tenu, tantôt non',
  NON_TENU: 'Seuil non tenu',
} as const

export type Variation = keyof typeof VARIATIONS
export type Assurance = keyof typeof ASSURANCES

/** The side that the last month's signal is on: 1 above, −1 below, 0 without a signal. */
const sensDuSignal = (points: readonly LigneSerie[]): number => {
  const dernier = points.at(-1)
  if (dernier === undefined || dernier.signal === null || dernier.valeur === null) return 0
  const reference = dernier.signal === 'TENDANCE' ? points.at(-2)?.valeur : dernier.moyenne
  return compare(dernier.valeur, reference ?? dernier.valeur)
}

/**
 * Two questions kept apart. Variation: does the last month say that something changed? Assurance: do the limits, which
 * hold nearly every month, lie under the threshold, over it, or across it? Both are null without limits.
 *
 * Source: NHS England, « Making Data Count », variation and assurance icons.
 */
export const deuxMarques = (
  points: readonly LigneSerie[],
  seuil: number | null,
): { readonly variation: Variation; readonly assurance: Assurance | null } | null => {
  const dernier = points.findLast(({ limite_haute }) => limite_haute !== null)
  const [haute, basse] = [dernier?.limite_haute ?? null, dernier?.limite_basse ?? null]
  if (haute === null || basse === null) return null
  const sens = sensDuSignal(points)
  const variation = sens === 0 ? 'ORDINAIRE' : sens > 0 ? 'DEGRADE' : 'AMELIORE'
  if (seuil === null) return { variation, assurance: null }
  return { variation, assurance: haute <= seuil ? 'TENU' : basse > seuil ? 'NON_TENU' : 'TANTOT' }
}
