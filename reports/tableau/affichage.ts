import { formatJourDe } from '../../ingest/socle/francais/format.ts'
import type { Cellule } from './cellule.ts'
import type { TypeColonne } from './tableau.ts'

/** A cell as French writes it, numbers unrounded; texts unchanged. */
export const afficher = (cellule: Cellule, type: TypeColonne): string => {
  if (cellule === null) return ''
  if (typeof cellule === 'number') return String(cellule).replace('.', ',')
  if (typeof cellule === 'boolean') return cellule ? 'oui' : 'non'
  if (type === 'jour') return formatJourDe(cellule)
  if (type === 'moment') return `${formatJourDe(cellule)}${cellule.slice(10).replace('.', ',')}`
  return cellule
}
