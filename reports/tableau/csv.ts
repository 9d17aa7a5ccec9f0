import { afficher } from './affichage.ts'
import { type Cellule, lireCellule } from './cellule.ts'
import { parLots } from './lots.ts'
import type { Tableau, TypeColonne } from './tableau.ts'

const BOM = '\ufeff'
const FIN_DE_LIGNE = '\r\n'
const LOT = 500

const ecrire = (cellule: Cellule, type: TypeColonne): string => {
  const texte = afficher(cellule, type)
  // A spreadsheet would run a text that begins like a formula; a negative number is no text.
  const sur = typeof cellule === 'string' && /^[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte
  return /[";\r\n]/.test(sur) ? `"${sur.replaceAll('"', '""')}"` : sur
}

/** A table as French Excel opens it: `;`, BOM, decimal comma, French headings. */
export async function* writeCsv<Row>({ colonnes, lignes }: Tableau<Row>): AsyncGenerator<string> {
  yield BOM + colonnes.map(({ intitule }) => ecrire(intitule, 'texte')).join(';') + FIN_DE_LIGNE
  const enLigne = (ligne: Row) =>
    colonnes.map((colonne) => ecrire(lireCellule(ligne[colonne.nom], colonne), colonne.type)).join(';') + FIN_DE_LIGNE
  for await (const lot of parLots(lignes, LOT)) yield lot.map(enLigne).join('')
}
