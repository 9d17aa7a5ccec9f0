import { rangEtat } from '../etats.ts'
import type { Compare, Tri } from './comparaison.ts'

const byName = (a: Compare, b: Compare): number => a.ligne.libelle.localeCompare(b.ligne.libelle, 'fr')

const byValue = (a: Compare, b: Compare): number => (b.ligne.valeur ?? -1) - (a.ligne.valeur ?? -1) || byName(a, b)

/** `ecart`: the gravest state first, then the highest value. */
const ORDRES: Readonly<Record<Tri, (a: Compare, b: Compare) => number>> = {
  ecart: (a, b) => rangEtat(a.ligne.statut_affiche) - rangEtat(b.ligne.statut_affiche) || byValue(a, b),
  valeur: byValue,
  nom: byName,
  effectif: (a, b) => (b.ligne.denominateur ?? 0) - (a.ligne.denominateur ?? 0) || byName(a, b),
}

export const sortCompares = (compares: readonly Compare[], tri: Tri): Compare[] => compares.toSorted(ORDRES[tri])
