import { createHash } from 'node:crypto'
import type { Point } from './point.ts'

/** A point's name, which a change elsewhere in its file does not alter: its nth change of that kind. */
const noms = (points: readonly Point[]): readonly (readonly [string, Point])[] => {
  const vus = new Map<string, number>()
  return points.map((point) => {
    const nom = JSON.stringify([point.fichier, point.genre, point.avant, point.apres])
    const fois = (vus.get(nom) ?? 0) + 1
    vus.set(nom, fois)
    return [`${nom} ${fois}`, point]
  })
}

const melanger = (points: readonly Point[], graine: number): Point[] =>
  noms(points)
    .map(([nom, point]) => ({ rang: createHash('sha256').update(`${graine} ${nom}`).digest('hex'), point }))
    .sort((a, b) => (a.rang < b.rang ? -1 : 1))
    .map(({ point }) => point)

/**
 * All points, each folder's shuffled by a seed, one of each folder in turn: the first N are the draw, the others its
 * reserve. The order of two points never depends on a third: code that changes moves its own points alone.
 */
export const tirer = (parDossier: readonly (readonly Point[])[], graine: number): Point[] => {
  const melanges = parDossier.map((points) => melanger(points, graine))
  const tours = Math.max(0, ...melanges.map(({ length }) => length))
  return Array.from({ length: tours }, (_, tour) => melanges.flatMap((points) => points.slice(tour, tour + 1))).flat()
}
