import type { Contexte } from '../contexte.ts'

/** A column of a table: how it is headed, and what its rows sort by. */
export interface Colonne<R> {
  /** What the address calls it. */
  readonly cle: string
  readonly libelle: string
  readonly precision?: string
  /** Figures stand at the right, and the greatest come first. */
  readonly nombre?: boolean
  /** The latest days, the greatest values come first. */
  readonly fortDabord?: boolean
  /** The heading is heard and not seen. */
  readonly masque?: boolean
  /** What rows sort by; a column of drawings, sentences or acts has nothing. */
  readonly valeur?: (rangee: R) => string | number | null
  /** Rows come in the order asked for, sorted where they are read: the page has only some of them. */
  readonly dejaTriee?: boolean
}

export interface Tri {
  readonly cle: string
  readonly descend: boolean
}

type Triable = Pick<Colonne<never>, 'cle' | 'nombre' | 'fortDabord'>

/** How a column sorts when it is first asked for. */
export const premierSens = ({ nombre = false, fortDabord = false }: Triable): boolean => nombre || fortDabord

/** The order that an address asks of a table: `cle` as its column first sorts, `-cle` the other way; null for its own. */
export const lireTri = (demande: string | undefined, colonnes: readonly Triable[]): Tri | null => {
  const inverse = demande?.startsWith('-') ?? false
  const colonne = colonnes.find(({ cle }) => cle === (inverse ? demande?.slice(1) : demande))
  return colonne === undefined ? null : { cle: colonne.cle, descend: premierSens(colonne) !== inverse }
}

/** What the address says for the heading of a column: the other way where the table is sorted by it already. */
export const demandeDe = (colonne: Triable, tri: Tri | null): string =>
  tri?.cle === colonne.cle && tri.descend === premierSens(colonne) ? `-${colonne.cle}` : colonne.cle

const comparer = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr', { numeric: true })

/** Rows in an order; those that have no value last either way, equal ones as they were. */
export const trier = <R>(rangees: readonly R[], colonnes: readonly Colonne<R>[], tri: Tri | null): readonly R[] => {
  const valeur = colonnes.find(({ cle }) => cle === tri?.cle)?.valeur
  if (tri === null || valeur === undefined) return rangees
  const signe = tri.descend ? -1 : 1
  return rangees.toSorted((x, y) => {
    const [a, b] = [valeur(x), valeur(y)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return signe * comparer(a, b)
  })
}

/** The name, in the address, of the order of a table: the main one of its page has none of its own. */
export const parametreTri = (table?: string): string => (table === undefined ? 'tri' : `tri_${table}`)

/** Whether the address of the page asks for an order of a table. */
export const estTriee = ({ requete }: Contexte, colonnes: readonly Triable[], table?: string): boolean =>
  lireTri(requete[parametreTri(table)], colonnes) !== null

/** Rows in the order that the address of the page asks for. */
export const trierIci = <R>(
  { requete }: Contexte,
  rangees: readonly R[],
  colonnes: readonly Colonne<R>[],
  table?: string,
): readonly R[] => trier(rangees, colonnes, lireTri(requete[parametreTri(table)], colonnes))
