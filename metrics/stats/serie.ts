import type { Unite } from '../../ingest/socle/unite.ts'
import { clip } from './intervalle.ts'
import { fillGaps, isBase, monthlyPoints, type ValeurMensuelle } from './monthly-points.ts'
import { isFar } from './point.ts'
import { findSignals, type Signal } from './rules.ts'

/** A month of `series`. Mean and limits are in the unit of the value, null where the month has no value. */
export interface LigneSerie extends ValeurMensuelle {
  readonly moyenne: number | null
  readonly limite_basse: number | null
  readonly limite_haute: number | null
  readonly signal: Signal | null
  /** « Limites provisoires »: fewer than 12 points made them. The same on every row. */
  readonly provisoire: boolean
}

/** A month of `series` with what only its chart needs. */
export interface MoisControle extends LigneSerie {
  /** Beyond two thirds of the limits: of the three points of « deux sur trois », those to mark. */
  readonly proche: boolean
}

/** A stock is what stands at a day; a flow is what is dated in the month. */
export type Nature = 'flux' | 'stock'

/** Under this number of points limits are provisional. */
const POINTS_MINIMUM = 12

/** What a value of the unit can be: limits are given no further. */
const BORNES: Record<Unite, readonly [number, number]> = {
  part: [0, 1],
  jours: [0, Number.POSITIVE_INFINITY],
  nombre: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
}

/**
 * The control chart of one entity and indicator: one row a month from the first to the last, none left out.
 * A missing month is a gap, its figures null. The month not over makes no limit and triggers nothing.
 * A stock has no limits, its months being no draws of each other, and what has no limits has no signals.
 * Signals are found before limits are clipped, to [0, 1] for a share, at 0 for a delay: clipping moves no signal.
 */
export const controlChart = (
  valeurs: readonly ValeurMensuelle[],
  unite: Unite,
  nature: Nature = 'flux',
): MoisControle[] => {
  const mois = fillGaps(valeurs)
  const points = monthlyPoints(mois, unite).map((point) =>
    point && nature === 'stock' ? { ...point, limites: null } : point,
  )
  const sansLimites = points.every((point) => !point?.limites)
  const signaux = findSignals(points.map((point, i) => (sansLimites || mois[i]?.en_cours ? null : point)))
  const provisoire = mois.filter(isBase).length < POINTS_MINIMUM
  const [min, max] = BORNES[unite]
  return mois.map(({ mois, valeur, n, en_cours }, i) => {
    const point = points[i] ?? null
    const limites = point?.limites ?? null
    return {
      mois,
      valeur,
      n,
      moyenne: point?.moyenne ?? null,
      limite_basse: limites && clip(limites.bas, min, max),
      limite_haute: limites && clip(limites.haut, min, max),
      signal: signaux[i] ?? null,
      provisoire,
      en_cours,
      proche: isFar(point),
    }
  })
}

/** The rows that `series` answers, « consolidé » apart. */
export const serie = (valeurs: readonly ValeurMensuelle[], unite: Unite, nature: Nature = 'flux'): LigneSerie[] =>
  controlChart(valeurs, unite, nature).map(({ proche: _, ...ligne }) => ligne)
