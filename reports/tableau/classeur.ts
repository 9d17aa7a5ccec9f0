import { lettres } from './lettres.ts'
import type { TypeColonne } from './tableau.ts'
import { celluleTexte } from './xlsx/cellule.ts'
import { debutFeuille, FIGEE } from './xlsx/feuille.ts'
import { classeurXml, RELATIONS, relationsClasseur, typesDeContenu } from './xlsx/paquet.ts'
import { STYLE_ENTETE, styleDe, stylesXml } from './xlsx/styles.ts'
import { type EntreeZip, zipper } from './zip.ts'

/** A sheet of text: its first row is its headings. */
export interface Feuille {
  readonly nom: string
  readonly lignes: readonly (readonly string[])[]
  /** What each column holds, in the cells still to be filled too; text where it is not said. */
  readonly types?: readonly TypeColonne[]
}

const LARGEUR_MAX = 60

const feuilleXml = ({ lignes, types = [] }: Feuille): string => {
  const intitules = lignes[0] ?? []
  const largeurs = intitules.map((_, i) =>
    Math.min(LARGEUR_MAX, 2 + Math.max(...lignes.map((ligne) => (ligne[i] ?? '').length))),
  )
  const rangees = lignes.map((ligne, r) => {
    const style = r === 0 ? STYLE_ENTETE : styleDe('texte')
    return `<row r="${r + 1}">${ligne.map((texte, i) => celluleTexte(`${lettres(i)}${r + 1}`, texte, style)).join('')}</row>`
  })
  const styles = intitules.map((_, i) => styleDe(types[i] ?? 'texte'))
  return `${debutFeuille(largeurs, FIGEE, styles)}${rangees.join('')}</sheetData></worksheet>`
}

async function* parties(feuilles: readonly Feuille[]): AsyncGenerator<EntreeZip> {
  yield { chemin: '_rels/.rels', contenu: RELATIONS }
  yield { chemin: 'xl/styles.xml', contenu: stylesXml() }
  for (const [i, feuille] of feuilles.entries())
    yield { chemin: `xl/worksheets/sheet${i + 1}.xml`, contenu: feuilleXml(feuille) }
  yield { chemin: 'xl/workbook.xml', contenu: classeurXml(feuilles.map(({ nom }) => ({ nom, plage: null }))) }
  yield { chemin: 'xl/_rels/workbook.xml.rels', contenu: relationsClasseur(feuilles.length) }
  yield { chemin: '[Content_Types].xml', contenu: typesDeContenu(feuilles.length) }
}

/** An XLSX workbook of sheets of text, headings in bold and frozen. */
export const writeClasseur = async (feuilles: readonly Feuille[]): Promise<Uint8Array> => {
  const blocs: Uint8Array[] = []
  for await (const bloc of zipper(parties(feuilles))) blocs.push(bloc)
  return Buffer.concat(blocs)
}
