import { afficher } from '../affichage.ts'
import type { Cellule } from '../cellule.ts'
import type { TypeColonne } from '../tableau.ts'
import { echapper, INTERDITS } from '../xml.ts'

const VIDE = '<table:table-cell/>'

/** What a paragraph would fold: tabs, and all but the first of a run of spaces, or every leading one. */
const blancs = (ligne: string): string =>
  ligne
    .replace(/^ +| {2,}/g, (espaces, position: number) =>
      position === 0 ? `<text:s text:c="${espaces.length}"/>` : ` <text:s text:c="${espaces.length - 1}"/>`,
    )
    .replace(/\t/g, '<text:tab/>')

const paragraphes = (texte: string): string =>
  texte
    .replace(/\r\n?/g, '\n')
    .replace(INTERDITS, '\ufffd')
    .split('\n')
    .map((ligne) => `<text:p>${blancs(echapper(ligne))}</text:p>`)
    .join('')

export const celluleTexte = (texte: string, style: string): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphes(texte)}</table:table-cell>`

const VALEURS: Partial<Readonly<Record<TypeColonne, (cellule: Cellule) => string>>> = {
  entier: (n) => `office:value-type="float" office:value="${n}"`,
  nombre: (n) => `office:value-type="float" office:value="${n}"`,
  jours: (n) => `office:value-type="float" office:value="${n}"`,
  part: (n) => `office:value-type="percentage" office:value="${n}"`,
  jour: (jour) => `office:value-type="date" office:date-value="${jour}"`,
  moment: (moment) => `office:value-type="date" office:date-value="${String(moment).replace(' ', 'T')}"`,
}

/** What is shown of a number until a program computes it anew. */
const lisible = (cellule: Cellule, type: TypeColonne): string =>
  type === 'part' && typeof cellule === 'number'
    ? `${(100 * cellule).toFixed(1).replace('.', ',')} %`
    : afficher(cellule, type)

/** A cell of a column of this type. */
export const celluleXml = (cellule: Cellule, type: TypeColonne): string => {
  if (cellule === null || cellule === '') return VIDE
  const valeur = VALEURS[type]?.(cellule)
  if (valeur === undefined) return celluleTexte(afficher(cellule, type), 'texte')
  return `<table:table-cell table:style-name="${type}" ${valeur}><text:p>${lisible(cellule, type)}</text:p></table:table-cell>`
}
