import type { Ligne } from './engine/ligne.ts'
import { COLONNES_FIGURE } from './engine/tables.ts'
import type { Figure } from './resultat.ts'

/** What is read of a figure that has just been made. */
export const figureDe = (ligne: Ligne): Figure =>
  Object.fromEntries(COLONNES_FIGURE.map((nom) => [nom, ligne[nom]])) as Figure
