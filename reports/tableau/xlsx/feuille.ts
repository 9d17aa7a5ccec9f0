import type { Feuille } from '../feuilles.ts'
import { lettres } from '../lettres.ts'
import type { ColonneTableau, Note } from '../tableau.ts'
import { PROLOGUE } from '../xml.ts'
import { celluleTexte, celluleXml } from './cellule.ts'
import { STYLE_ENTETE, styleDe } from './styles.ts'

/** A sheet up to its first row; `styles` are those of its columns' cells to come. */
export const debutFeuille = (largeurs: readonly number[], vue: string, styles: readonly number[] = []): string => {
  const colonnes = largeurs
    .map((l, i) => {
      const style = styles[i] === undefined ? '' : ` style="${styles[i]}"`
      return `<col min="${i + 1}" max="${i + 1}" width="${l}"${style} customWidth="1"/>`
    })
    .join('')
  return `${PROLOGUE}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>${vue}</sheetViews>${colonnes === '' ? '' : `<cols>${colonnes}</cols>`}<sheetData>`
}

/** The headings stay in sight. */
export const FIGEE =
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView>'
const LIBRE = '<sheetView tabSelected="1" workbookViewId="0"/>'

/** A sheet of data: headings in bold that stay in sight, typed cells, a filter on every column. */
export async function* feuilleXml<Row>(
  { lots, lignes }: Feuille,
  colonnes: readonly ColonneTableau<Row>[],
  largeurs: readonly number[],
): AsyncGenerator<string> {
  const noms = colonnes.map((_, i) => lettres(i))
  const entetes = colonnes.map(({ intitule }, i) => celluleTexte(`${noms[i]}1`, intitule, STYLE_ENTETE)).join('')
  yield `${debutFeuille(largeurs, FIGEE)}<row r="1">${entetes}</row>`
  let r = 1
  for await (const lot of lots) {
    let xml = ''
    for (const cellules of lot) {
      r += 1
      xml += `<row r="${r}">`
      cellules.forEach(({ cellule, type }, i) => {
        xml += celluleXml(cellule, type, `${noms[i]}${r}`)
      })
      xml += '</row>'
    }
    yield xml
  }
  const filtre = colonnes.length > 0 ? `<autoFilter ref="A1:${noms.at(-1)}${lignes() + 1}"/>` : ''
  yield `</sheetData>${filtre}</worksheet>`
}

/** The sheet « À propos »: labels in bold, values as text. */
export const aProposXml = (notes: readonly Note[]): string => {
  const lignes = notes.map(([libelle, valeur], i) => {
    const cellules =
      celluleTexte(`A${i + 1}`, libelle, STYLE_ENTETE) + celluleTexte(`B${i + 1}`, valeur, styleDe('texte'))
    return `<row r="${i + 1}">${cellules}</row>`
  })
  return `${debutFeuille([28, 90], LIBRE)}${lignes.join('')}</sheetData></worksheet>`
}
