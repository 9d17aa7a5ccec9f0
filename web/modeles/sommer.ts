import type { Cellule, LigneTableau } from '../../metrics/tableaux/reponse.ts'

/** A figure of a row; nothing where it has none. */
export const nombreDe = (valeur: Cellule | undefined): number => (typeof valeur === 'number' ? valeur : 0)

/** A field summed over rows. */
export const sommeDe = (lignes: readonly LigneTableau[], champ: string): number =>
  lignes.reduce((total, ligne) => total + nombreDe(ligne[champ]), 0)
