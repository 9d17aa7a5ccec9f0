import { estEcartee, normaliserIntitule } from '../../contract/intitules.ts'
import { compterConnus, compterSupposes } from '../entete.ts'
import type { Rangee } from './feuille.ts'

/** The row of a sheet's headings. */
export interface EnteteFeuille {
  readonly ligne: number
  readonly intitules: readonly string[]
  /** The column of each heading, in order. */
  readonly colonnes: readonly number[]
  /** Which headings are of columns that are never stored. */
  readonly ecartees: ReadonlySet<number>
}

export interface LigneLue {
  readonly ligne: number
  readonly cellules: Rangee
}

const enEntete = ({ ligne, cellules }: LigneLue): EnteteFeuille => {
  const colonnes = [...cellules.keys()].toSorted((a, b) => a - b)
  const intitules = colonnes.map((colonne) => cellules.get(colonne) ?? '')
  const ecartees = new Set(intitules.flatMap((intitule, rang) => (estEcartee(intitule) ? [rang] : [])))
  return { ligne, intitules, colonnes, ecartees }
}

/** How the headings of a sheet are told. */
export interface SigneEntete {
  /** Known headings, normalised. */
  readonly connus: ReadonlySet<string>
  /** Takes what looks like headings for them, whether they are known or not. */
  readonly supposer: boolean
}

/** Among a sheet's first rows, whatever title or filters stand before, the first one of those with the most headings. */
export const choisirEntete = (lignes: readonly LigneLue[], { connus, supposer }: SigneEntete): EnteteFeuille | null => {
  const estConnu = (intitule: string) => connus.has(normaliserIntitule(intitule))
  const compter = (cellules: readonly string[]) =>
    supposer ? compterSupposes(cellules) : compterConnus(cellules, estConnu)
  let choisie: LigneLue | null = null
  let record = 0
  for (const ligne of lignes) {
    const n = compter([...ligne.cellules.values()])
    if (n > record) {
      record = n
      choisie = ligne
    }
  }
  return choisie === null ? null : enEntete(choisie)
}

/**
 * A row's cells under its headings, those at its end left out while empty; one that stands past the last heading is added,
 * so that the row is seen to have shifted.
 */
export const sousEntete = ({ colonnes, ecartees }: EnteteFeuille, cellules: Rangee): string[] => {
  const champs = colonnes.map((colonne, rang) => (ecartees.has(rang) ? '' : (cellules.get(colonne) ?? '')))
  const limite = colonnes.at(-1) ?? -1
  const surplus = Math.min(...[...cellules.keys()].filter((colonne) => colonne > limite))
  const texte = cellules.get(surplus)
  if (texte !== undefined) return [...champs, texte]
  return champs.slice(0, champs.findLastIndex((champ) => champ !== '') + 1)
}
