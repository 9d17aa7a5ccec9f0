import type { Cellule } from './cellule.ts'
import type { TypeColonne } from './tableau.ts'

/** « 2026-10-31 » as « 31/10/2026 ». */
const jourFrancais = (jour: string): string => jour.split('-').reverse().join('/')

/** A cell as French writes it, numbers unrounded; texts unchanged. */
export const afficher = (cellule: Cellule, type: TypeColonne): string => {
  if (cellule === null) return ''
  if (typeof cellule === 'number') return String(cellule).replace('.', ',')
  if (typeof cellule === 'boolean') return cellule ? 'oui' : 'non'
  if (type === 'jour') return jourFrancais(cellule)
  if (type === 'moment') return `${jourFrancais(cellule.slice(0, 10))}${cellule.slice(10).replace('.', ',')}`
  return cellule
}
