import type { LigneSerie } from '../../metrics/stats/serie.ts'

/** A stretch of months held against the same limits: from the middle of a gap to the middle of the next. */
export interface Phase {
  readonly x1: number
  readonly x2: number
  readonly moyenne: number | null
  readonly haute: number | null
  readonly basse: number | null
}

const derniere = (points: readonly LigneSerie[], champ: 'moyenne' | 'limite_haute' | 'limite_basse'): number | null =>
  points.findLast((p) => p[champ] !== null)?.[champ] ?? null

/** The stretches that begin at these ranks of months, the first at 0, each with the last limits it had. */
export const phasesDe = (points: readonly LigneSerie[], ruptures: readonly number[] = []): Phase[] => {
  const fin = Math.max(1, points.length - 1)
  const debuts = [0, ...ruptures.filter((i) => i > 0 && i < points.length)]
  return debuts.map((debut, k) => {
    const suivant = debuts[k + 1]
    const siens = points.slice(debut, suivant)
    return {
      x1: k === 0 ? 0 : debut - 0.5,
      x2: suivant === undefined ? fin : suivant - 0.5,
      moyenne: derniere(siens, 'moyenne'),
      haute: derniere(siens, 'limite_haute'),
      basse: derniere(siens, 'limite_basse'),
    }
  })
}

/** What was noted at a date, where it stands among the months: their ranks, and parts of them. */
export interface Note {
  readonly lettre: string
  readonly debut: number
  /** Null for what happened on a day. */
  readonly fin: number | null
  readonly texte: string
  /** The rank of the month from which limits were computed again; null where they were not. */
  readonly rupture: number | null
}

export const rupturesDe = (notes: readonly Note[] = []): number[] =>
  [...new Set(notes.flatMap(({ rupture }) => (rupture === null ? [] : [rupture])))].sort((a, b) => a - b)
