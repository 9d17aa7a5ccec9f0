import { normaliserIntitule } from '../contract/intitules.ts'
import { oterGardes } from './cellule.ts'
import { decouper, type Enregistrement, lireEnregistrement } from './decouper.ts'

export const SEPARATEURS = [';', ',', '\t', '|'] as const

export type Separateur = (typeof SEPARATEURS)[number]

export interface Entete {
  /** How many lines stand before the first row: titles, filters, and the headings' own. */
  readonly lignes: number
  readonly separateur: Separateur
  readonly intitules: readonly string[]
  /** The cells of the line under the headings: what is broken over two lines shows there. */
  readonly dessous: readonly string[]
}

/** How many lines may stand before the headings. */
export const LIGNES_EXAMINEES = 60

/** How many different known headings a line of cells holds. */
export const compterConnus = (cellules: readonly string[], estConnu: (intitule: string) => boolean): number =>
  new Set(cellules.map(normaliserIntitule).filter((cellule) => cellule !== '' && estConnu(cellule))).size

const debutsDeLigne = (texte: string): number[] => {
  const debuts = [0]
  for (const { index, 0: fin } of texte.matchAll(/\r\n|\n|\r/g)) {
    if (debuts.length === LIGNES_EXAMINEES) break
    debuts.push(index + fin.length)
  }
  return debuts
}

/**
 * What may be the headings from a line on: the record that begins there; where it holds several lines, its first alone
 * too, and before it where a separator stands among them, for a quote never closed would have taken a row.
 */
const lecturesDe = (texte: string, debut: number, separateur: Separateur): Enregistrement[] => {
  const lu = lireEnregistrement(texte, debut, separateur)
  if (lu.lignes === 1) return [lu]
  const [ligne = ''] = texte.slice(debut).split(/\r|\n/, 1)
  const seule = lireEnregistrement(ligne, 0, separateur)
  const premiere = { ...seule, suite: debut + ligne.length + (texte.startsWith('\r\n', debut + ligne.length) ? 2 : 1) }
  return lu.champs.some((champ) => champ.includes('\n') && champ.includes(separateur)) ? [premiere, lu] : [lu, premiere]
}

/**
 * The record of headings: among the first lines, whatever title or filters stand before, the first of those that `compter`
 * counts the most headings in. Null where none has any.
 */
export const trouverEntete = (texte: string, compter: (cellules: readonly string[]) => number): Entete | null => {
  let choisie: { ligne: number; separateur: Separateur; lu: Enregistrement } | null = null
  let record = 0
  for (const [ligne, debut] of debutsDeLigne(texte).entries())
    for (const separateur of SEPARATEURS)
      for (const lu of lecturesDe(texte, debut, separateur)) {
        const intitules = compter(lu.champs)
        if (intitules > record) {
          record = intitules
          choisie = { ligne, separateur, lu }
        }
      }
  if (choisie === null) return null
  const { ligne, separateur, lu } = choisie
  const [suivante = ''] = texte.slice(lu.suite, lu.suite + 65_536).split(/\r|\n/, 1)
  return {
    lignes: ligne + lu.lignes,
    separateur,
    intitules: lu.champs,
    dessous: decouper(suivante, separateur),
  }
}

const INTITULES_MINIMUM = 3

/** How many headings cells may be, when nobody knows any: words, no two the same; none where one cell is no word. */
export const compterSupposes = (cellules: readonly string[]): number => {
  const mots = cellules.map(oterGardes).filter((cellule) => cellule !== '')
  const distincts = new Set(mots.map(normaliserIntitule)).size
  return mots.every((mot) => /^\p{L}/u.test(mot)) && distincts === mots.length && distincts >= INTITULES_MINIMUM
    ? distincts
    : 0
}

/** Whether a row reads as a closing « Total » line: its first filled cell says so. */
export const estTotal = (cellules: readonly string[]): boolean =>
  /^total\b/i.test(cellules.map(oterGardes).find((cellule) => cellule !== '') ?? '')
