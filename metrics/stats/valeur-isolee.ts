import type { LigneSerie } from './serie.ts'
import { xmr } from './xmr.ts'

/** Above this share of months out of limits, the limits say nothing of the months. */
const PRESQUE_TOUS = 1 / 2
/** Up to this share, they do: what remains is signals. */
const QUELQUES_UNS = 1 / 4

const partDehors = (valeurs: readonly number[], bas: number, haut: number): number =>
  valeurs.filter((valeur) => valeur < bas || valeur > haut).length / Math.max(1, valeurs.length)

/**
 * The one month whose value pulls the mean away from all the others: with it more than half of the months are out of
 * limits, without it a quarter at most. A median of two delays does that when one of them is of half a year, for its moving
 * ranges are screened out and it is not. Null where no month does: a lasting change leaves as many out without any of its months.
 */
export const valeurIsolee = <P extends LigneSerie>(points: readonly P[]): P | null => {
  const [premier] = points.filter(({ limite_haute }) => limite_haute !== null)
  const juges = points.filter(({ valeur, limite_haute }) => valeur !== null && limite_haute !== null)
  if (premier === undefined || juges.some(({ moyenne }) => moyenne !== premier.moyenne)) return null
  const dehors = juges.filter(
    ({ valeur, limite_basse, limite_haute }) => partDehors([valeur ?? 0], limite_basse ?? 0, limite_haute ?? 0) > 0,
  )
  if (dehors.length <= PRESQUE_TOUS * juges.length) return null
  const ecart = ({ valeur, moyenne }: P): number => Math.abs((valeur ?? 0) - (moyenne ?? 0))
  const extreme = juges.reduce((loin, point) => (ecart(point) > ecart(loin) ? point : loin))
  const autres = juges.map((point) => (point === extreme ? null : point.valeur))
  const limites = xmr(autres)?.limites
  if (!limites) return null
  const sans = autres.filter((valeur) => valeur !== null)
  return partDehors(sans, limites.bas, limites.haut) <= QUELQUES_UNS ? extreme : null
}

/** What a chart draws: the months without limits nor signals where one value alone makes them, and that month marked. */
export const ecarterLimitesTirees = <P extends LigneSerie>(
  points: readonly P[],
): readonly (P & { readonly isolee?: boolean })[] => {
  const isolee = valeurIsolee(points)
  return isolee === null
    ? points
    : points.map((point) => ({
        ...point,
        limite_basse: null,
        limite_haute: null,
        signal: null,
        isolee: point === isolee,
      }))
}
