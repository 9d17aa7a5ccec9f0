import type { Mois } from '../../ingest/socle/jour.ts'
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
export const POINTS_MINIMUM = 12

/** What a value of the unit can be: limits are given no further. */
const BORNES: Record<Unite, readonly [number, number]> = {
  part: [0, 1],
  jours: [0, Number.POSITIVE_INFINITY],
  nombre: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
}

/** Months on which limits computed again are frozen. */
export const MOIS_FIGES = 12

/**
 * One stretch of a control chart, with limits of its own; `figees` says how many of its first months make them.
 * Signals are found before limits are clipped, to [0, 1] for a share, at 0 for a delay: clipping moves no signal.
 */
const controlPhase = (
  mois: readonly ValeurMensuelle[],
  unite: Unite,
  nature: Nature,
  figees?: number,
): MoisControle[] => {
  const points = monthlyPoints(mois, unite, figees).map((point) =>
    point && nature === 'stock' ? { ...point, limites: null } : point,
  )
  const sansLimites = points.every((point) => !point?.limites)
  const signaux = findSignals(points.map((point, i) => (sansLimites || mois[i]?.en_cours ? null : point)))
  const provisoire = mois.slice(0, figees).filter(isBase).length < POINTS_MINIMUM
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

/** The stretches that begin at these months, each but the first with limits frozen on its first twelve. */
const cut = (mois: readonly ValeurMensuelle[], ruptures: readonly Mois[]): readonly (readonly ValeurMensuelle[])[] => {
  const debuts = [...new Set(ruptures)].sort().filter((rupture) => mois.some((v) => v.mois >= rupture))
  return ['', ...debuts].map((debut, i) => {
    const fin = debuts[i]
    return mois.filter((v) => v.mois >= debut && (fin === undefined || v.mois < fin))
  })
}

/**
 * The control chart of one entity and indicator: one row a month from the first to the last, none left out.
 * A missing month is a gap, its figures null. The month not over makes no limit and triggers nothing.
 * A stock has no limits, its months being no draws of each other, and what has no limits has no signals.
 * At each of `ruptures`, months from which a person decided that limits be computed again, a new stretch begins: its limits
 * are frozen on its first twelve months, and no run crosses it.
 *
 * Source of the freezing: NHS England, « Making Data Count », recalculation of limits after a known change.
 */
export const controlChart = (
  valeurs: readonly ValeurMensuelle[],
  unite: Unite,
  nature: Nature = 'flux',
  ruptures: readonly Mois[] = [],
): MoisControle[] =>
  cut(fillGaps(valeurs), ruptures).flatMap((phase, i) =>
    controlPhase(phase, unite, nature, i === 0 ? undefined : MOIS_FIGES),
  )

/** The rows that `series` answers, « consolidé » apart. */
export const serie = (
  valeurs: readonly ValeurMensuelle[],
  unite: Unite,
  nature: Nature = 'flux',
  ruptures: readonly Mois[] = [],
): LigneSerie[] => controlChart(valeurs, unite, nature, ruptures).map(({ proche: _, ...ligne }) => ligne)
