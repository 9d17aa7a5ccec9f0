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
  // biome-ignore lint/suspicious/noExplicitAny: the rows of each table are its own
  readonly colonnes: readonly ColonneTableau<any>[]
  readonly largeurs: readonly number[]
  readonly feuilles: AsyncGenerator<Feuille>
  /** Lets go of the rows, read to the end or not. */
  readonly fermer: () => Promise<void>
}

export const A_PROPOS = 'À propos'

/** Several tables in one workbook, with what its first sheet says of them. */
export interface Classeur {
  readonly titre: string
  readonly notes: readonly Note[]
  // biome-ignore lint/suspicious/noExplicitAny: each table has rows of its own, which only its own columns read
  readonly tableaux: readonly Tableau<any>[]
}

/** A table alone as a workbook. */
export const classeurDe = <Row>(tableau: Tableau<Row>): Classeur => ({
  titre: tableau.titre,
  notes: tableau.notes ?? [],
  tableaux: [tableau],
})

/** What the first sheet says. */
export const aPropos = ({ titre, notes }: Classeur): readonly Note[] => [['Titre', titre], ...notes]

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
const decouper = async <Row>(
  { titre, colonnes, lignes }: Tableau<Row>,
  nommer: (titre: string, rang: number) => string,
  lignesMax: number,
): Promise<Decoupe> => {
  const lire = (ligne: Row) =>
    colonnes.map((colonne) => {
      const type = colonne.typer?.(ligne) ?? colonne.type
      return { cellule: lireCellule(ligne[colonne.nom], { ...colonne, type }), type }
    })
  const source = parLots(lignes, Math.min(LOT, lignesMax))
  let lot = await source.next()
  const premieres = lot.done ? [] : lot.value.map(lire)

  async function* feuilles(): AsyncGenerator<Feuille> {
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
      yield { nom: nommer(titre, rang), lots: lots(), lignes: () => donnees }
    } while (!lot.done)
  }
  return {
    colonnes,
    largeurs: colonnes.map((colonne, i) =>
      largeur(
        colonne,
        premieres.flatMap((cellules) => cellules[i] ?? []),
      ),
    ),
    feuilles: feuilles(),
    fermer: async () => void (await source.return(undefined)),
  }
}

/** A workbook's tables as sheets, each under a name that no other bears. */
export const enFeuilles = async ({ tableaux }: Classeur, lignesMax = LIGNES_MAX): Promise<readonly Decoupe[]> => {
  const pris = new Set<string>()
  const nommer = (titre: string, rang: number): string => {
    let [nom, essai] = [nomDeFeuille(titre, rang), rang]
    while (pris.has(nom.toLowerCase())) {
      essai += 1
      nom = nomDeFeuille(titre, essai)
    }
    pris.add(nom.toLowerCase())
    return nom
  }
  return Promise.all(tableaux.map((tableau) => decouper(tableau, nommer, lignesMax)))
}
