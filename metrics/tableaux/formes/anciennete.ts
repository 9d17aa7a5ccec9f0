import { quantileOf } from '../../stats/quantile.ts'
import type { CelluleComptee } from '../lire-cellules.ts'
import { type ACote, type LigneTableau, partDe, sommer } from '../reponse.ts'

const TRANCHES = [
  ['<1', 0, 0],
  ['1', 1, 1],
  ['2', 2, 2],
  ['3', 3, 3],
  ['4', 4, 4],
  ['5-9', 5, 9],
  ['>=10', 10, Number.POSITIVE_INFINITY],
] as const

/** Seniority in whole years, with the mean and the median of the whole months. */
export const vieillir = (cellules: readonly CelluleComptee[]): { lignes: readonly LigneTableau[] } & ACote => {
  const mois = cellules.map(({ quantite, effectif }) => ({ valeur: quantite ?? 0, n: effectif }))
  const total = sommer(mois.map(({ n }) => n))
  const lignes = TRANCHES.map(([anciennete, de, a]) => {
    const dedans = mois.filter(({ valeur }) => Math.floor(valeur / 12) >= de && Math.floor(valeur / 12) <= a)
    const effectif = sommer(dedans.map(({ n }) => n))
    return { anciennete, effectif, part: partDe(effectif, total) }
  })
  const somme = sommer(mois.map(({ valeur, n }) => valeur * n))
  return { lignes, moyenne_mois: partDe(somme, total), mediane_mois: quantileOf(mois, 0.5) }
}
