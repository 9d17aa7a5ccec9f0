import { rangEtat } from '../etats.ts'
import type { Compare } from './comparaison.ts'

const byName = (a: Compare, b: Compare): number => a.ligne.libelle.localeCompare(b.ligne.libelle, 'fr')

const byValue = (a: Compare, b: Compare): number => (b.ligne.valeur ?? -1) - (a.ligne.valeur ?? -1) || byName(a, b)

/** `ecart`: the gravest state first, then the highest value. */
const ORDRES = {
  ecart: (a: Compare, b: Compare): number =>
    rangEtat(a.ligne.statut_affiche) - rangEtat(b.ligne.statut_affiche) || byValue(a, b),
  valeur: byValue,
} as const

export const sortCompares = (compares: readonly Compare[], ordre: keyof typeof ORDRES): Compare[] =>
  compares.toSorted(ORDRES[ordre])
