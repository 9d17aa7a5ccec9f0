import type { Fenetre } from './fenetre.ts'

/** Complete months of history under which nothing is estimated, and under which the interval is opened. */
export const HISTOIRE_MINIMUM = 3
export const HISTOIRE_SUFFISANTE = 6

/** Months of a window since records began. */
export interface Histoire {
  /** Rank of the first month whose leases were recorded as they came; those before are not known, or were taken over. */
  readonly premier: number
  readonly reprise: boolean
  /** Complete months: over by the snapshot. */
  readonly mois: number
}

/**
 * Since which month the records tell. Records that begin in the middle of a month are that month's first ones, unless it
 * is a take-over that makes them begin.
 */
export const histoireDe = (
  { debuts, longueurs, anniversaires }: Fenetre,
  debut: number | null,
  reprise: boolean,
): Histoire => {
  const [extraction = 0] = anniversaires
  const finDe = (i: number) => (debuts[i] ?? 0) + (longueurs[i] ?? 30) - 1
  if (debut === null) return { premier: debuts.length, reprise, mois: 0 }
  const trouve = debuts.findIndex((jour, i) => (reprise ? jour > debut : finDe(i) >= debut))
  const premier = trouve < 0 ? debuts.length : trouve
  return { premier, reprise, mois: debuts.filter((_, i) => i >= premier && finDe(i) <= extraction).length }
}

/** Whether the records tell anything of the month of a rank. */
export const estConnu = ({ premier, reprise }: Histoire, rang: number): boolean => reprise || rang >= premier
