import type { ColonneTableau, Tableau } from './tableau.ts'

const BOM = '\ufeff'
const FIN_DE_LIGNE = '\r\n'

const cellule = (valeur: unknown, type: ColonneTableau<never>['type']): string => {
  if (valeur === null || valeur === undefined) return ''
  if (typeof valeur === 'number') return String(valeur).replace('.', ',')
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (type === 'jour') return String(valeur).split('-').reverse().join('/')
  const texte = typeof valeur === 'object' ? JSON.stringify(valeur) : String(valeur)
  // A spreadsheet would run a cell that begins like a formula.
  const sur = /^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte
  return /[";\r\n]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur
}

/** A table as French Excel opens it: `;`, BOM, decimal comma, French headings. */
export async function* writeCsv<Row>(tableau: Tableau<Row>): AsyncGenerator<string> {
  const { colonnes, lignes } = tableau
  yield BOM + colonnes.map(({ intitule }) => cellule(intitule, 'texte')).join(';') + FIN_DE_LIGNE
  for await (const ligne of lignes)
    yield colonnes.map(({ nom, type }) => cellule(ligne[nom], type)).join(';') + FIN_DE_LIGNE
}
