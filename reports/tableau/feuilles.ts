import { afficher } from './affichage.ts'
import { type Cellule, lireCellule } from './cellule.ts'
import { parLots } from './lots.ts'
import type { ColonneTableau, Note, Tableau, TypeColonne } from './tableau.ts'

const LOT = 500
/** What a sheet of Excel or LibreOffice holds, less its headings, in whole handfuls. */
const LIGNES_MAX = 1_048_500
const LARGEUR_MIN = 8
const LARGEUR_MAX = 60

/** A cell, and what its column holds there. */
export interface CelluleTypee {
  readonly cellule: Cellule
  readonly type: TypeColonne
}

export interface Feuille {
  readonly nom: string
  /** Rows of cells by the handful; to be read to the end before the next sheet is asked for. */
  readonly lots: AsyncGenerator<CelluleTypee[][]>
  /** The number of rows given so far. */
  readonly lignes: () => number
}

interface Decoupe {
  readonly largeurs: readonly number[]
  readonly feuilles: AsyncGenerator<Feuille>
  /** Lets go of the rows, read to the end or not. */
  readonly fermer: () => Promise<void>
}

export const A_PROPOS = 'À propos'

/** What the first sheet says. */
export const aPropos = <Row>({ titre, notes }: Tableau<Row>): readonly Note[] => [['Titre', titre], ...(notes ?? [])]

/** A sheet's name as both spreadsheets take it: 31 characters, none of those that an address uses. */
export const nomDeFeuille = (titre: string, rang = 1): string => {
  const suite = rang === 1 ? '' : ` (${rang})`
  const nom = titre.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[\s']+/u, '')
  const coupe = nom.slice(0, 31 - suite.length).replace(/[\s'\ud800-\udbff]+$/u, '')
  return (coupe === '' || coupe.toLowerCase() === A_PROPOS.toLowerCase() ? 'Données' : coupe) + suite
}

const largeur = <Row>({ intitule }: ColonneTableau<Row>, cellules: readonly CelluleTypee[]): number => {
  const contenus = cellules.map(({ cellule, type }) => Math.min(LARGEUR_MAX, afficher(cellule, type).length))
  return Math.min(LARGEUR_MAX, 2 + Math.max(LARGEUR_MIN, intitule.length + 2, ...contenus))
}

/** A table's rows as sheets, as many as needed, with the widths that its first rows call for. */
export const enFeuilles = async <Row>(
  { titre, colonnes, lignes }: Tableau<Row>,
  lignesMax = LIGNES_MAX,
): Promise<Decoupe> => {
  const lire = (ligne: Row) =>
    colonnes.map((colonne) => ({
      cellule: lireCellule(ligne[colonne.nom], colonne),
      type: colonne.typer?.(ligne) ?? colonne.type,
    }))
  const source = parLots(lignes, Math.min(LOT, lignesMax))
  let lot = await source.next()
  const premieres = lot.done ? [] : lot.value.map(lire)

  async function* decouper(): AsyncGenerator<Feuille> {
    let rang = 0
    do {
      let donnees = 0
      const lots = async function* () {
        while (!lot.done && donnees < lignesMax) {
          donnees += lot.value.length
          yield lot.value.map(lire)
          lot = await source.next()
        }
      }
      rang += 1
      yield { nom: nomDeFeuille(titre, rang), lots: lots(), lignes: () => donnees }
    } while (!lot.done)
  }
  return {
    largeurs: colonnes.map((colonne, i) =>
      largeur(
        colonne,
        premieres.flatMap((cellules) => cellules[i] ?? []),
      ),
    ),
    feuilles: decouper(),
    fermer: async () => void (await source.return(undefined)),
  }
}
