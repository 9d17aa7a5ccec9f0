import type { Mouvement, Solveur } from './solveur.ts'

/** How many consecutive whole numbers must stay possible for a hidden cell. */
export const LARGEUR = 5

/** Whole values on one side of the true one, all possible, without a gap; and the moves that show it. */
interface Course {
  readonly longueur: number
  readonly mouvements: readonly Mouvement[]
}

/** Every part of a move is possible where all its steps are multiples of it: what is possible is convex. */
const estDroit = (mouvement: Mouvement, longueur: number): boolean =>
  [...mouvement.values()].every((pas) => pas % longueur === 0)

/** How far a cell goes one way by whole values, one by one, no further than asked. */
export const courir = (solveur: Solveur, cellule: number, sens: 1 | -1, loin: number): Course => {
  const dernier = solveur.pousser(cellule, sens, loin)
  const longueur = Math.abs(dernier.get(cellule) ?? 0)
  if (longueur === 0) return { longueur: 0, mouvements: [] }
  if (estDroit(dernier, longueur)) return { longueur, mouvements: [dernier] }
  const mouvements: Mouvement[] = []
  for (let t = 1; t < longueur; t++) {
    const mouvement = solveur.pousser(cellule, sens, t)
    if (Math.abs(mouvement.get(cellule) ?? 0) !== t) return { longueur: t - 1, mouvements }
    mouvements.push(mouvement)
  }
  return { longueur, mouvements: [...mouvements, dernier] }
}

/** Moves that leave a cell enough values, its true one among them; null where there are none. */
export const prouver = (solveur: Solveur, cellule: number, besoin: number): readonly Mouvement[] | null => {
  const haut = courir(solveur, cellule, 1, besoin)
  if (haut.longueur >= besoin) return haut.mouvements
  const bas = courir(solveur, cellule, -1, besoin)
  if (bas.longueur >= besoin) return bas.mouvements
  return haut.longueur + bas.longueur >= besoin ? [...haut.mouvements, ...bas.mouvements] : null
}
