import type { Fusion } from './adresse.ts'
import type { Rangee } from './feuille.ts'

/**
 * Gives each row what the cells merged over it hold, as a person sees it. Rows are given in their order; one that holds
 * nothing of its own is no row, and is not made one.
 */
export const etendreFusions = (fusions: readonly Fusion[]): ((ligne: number, cellules: Rangee) => Rangee) => {
  const debuts = new Map<number, Fusion[]>()
  for (const fusion of fusions) debuts.set(fusion.premiere, [...(debuts.get(fusion.premiere) ?? []), fusion])
  const ouvertes = new Map<number, { readonly derniere: number; readonly texte: string }>()
  return (ligne, cellules) => {
    for (const { colonne, derniere } of debuts.get(ligne) ?? []) {
      const texte = cellules.get(colonne)
      if (texte !== undefined) ouvertes.set(colonne, { derniere, texte })
    }
    const etendue = new Map(cellules)
    for (const [colonne, { derniere, texte }] of ouvertes)
      if (ligne > derniere) ouvertes.delete(colonne)
      else if (!etendue.has(colonne)) etendue.set(colonne, texte)
    return etendue
  }
}
