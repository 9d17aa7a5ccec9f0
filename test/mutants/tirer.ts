import { creerHasard } from '../oracle/fabrique/hasard.ts'
import type { Point } from './point.ts'

/** All points, each folder's shuffled by a seed, one of each folder in turn: the first N are the draw, the others its reserve. */
export const tirer = (parDossier: readonly (readonly Point[])[], graine: number): Point[] => {
  const melanges = parDossier.map((points, i) => creerHasard(graine * 1000 + i).melanger(points))
  const tours = Math.max(0, ...melanges.map(({ length }) => length))
  return Array.from({ length: tours }, (_, tour) => melanges.flatMap((points) => points.slice(tour, tour + 1))).flat()
}
