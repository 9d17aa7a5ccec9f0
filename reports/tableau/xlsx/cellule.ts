import { afficher } from '../affichage.ts'
import type { Cellule } from '../cellule.ts'
import { msDuJour, msDuMoment, PREMIER_JOUR_EXCEL, serieExcel } from '../instant.ts'
import type { TypeColonne } from '../tableau.ts'
import { echapper, INTERDITS } from '../xml.ts'
import { styleDe } from './styles.ts'

/** What an Excel cell can hold. */
export const TEXTE_MAX = 32_767

const COUPE = '…'

/** A text as a cell of Excel holds it: characters foreign to XML as `_x000D_`, and that very spelling escaped. */
const texteXml = (texte: string): string =>
  echapper(texte.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')).replace(
    INTERDITS,
    (signe) => `_x${signe.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )

export const celluleTexte = (adresse: string, texte: string, style: number): string => {
  const tenu = texte.length > TEXTE_MAX ? texte.slice(0, TEXTE_MAX - 1) + COUPE : texte
  return `<c r="${adresse}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${texteXml(tenu)}</t></is></c>`
}

const serie = (texte: string, type: TypeColonne): number | null => {
  if (texte < PREMIER_JOUR_EXCEL) return null
  if (type === 'jour') return serieExcel(msDuJour(texte))
  return type === 'moment' ? serieExcel(msDuMoment(texte)) : null
}

/** A cell of a column of this type; nothing where there is nothing. A day before Excel's calendar is written as text. */
export const celluleXml = (cellule: Cellule, type: TypeColonne, adresse: string): string => {
  if (cellule === null || cellule === '') return ''
  const nombre = typeof cellule === 'string' ? serie(cellule, type) : cellule
  if (typeof nombre === 'number') return `<c r="${adresse}" s="${styleDe(type)}"><v>${nombre}</v></c>`
  return celluleTexte(adresse, afficher(cellule, type), styleDe('texte'))
}
