import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

/** A count of households that tables show. The same count in two tables is one cell, by its id. */
export interface Cellule {
  readonly id: string
  /** A whole number, 0 or more. */
  readonly valeur: number
  /** What an earlier publication made of it, which nothing undoes; without it, it is for us to say. */
  readonly deja?: 'PUBLIEE' | 'CACHEE'
  /** What losing it costs beside another, at least 1: a total that people look for costs more than a part. 1 by default. */
  readonly poids?: number
}

/**
 * What everyone knows of some cells: the sum of coefficient × value lies between two numbers, 0 and 0 by default, which
 * says that a total is the sum of its parts. A stock of two months apart, or an inequality, says the rest.
 */
export interface Relation {
  readonly termes: readonly (readonly [id: string, coefficient: number])[]
  readonly min?: number
  readonly max?: number
}

/** All that will have been published once this is: linked tables, and those of earlier that bear on them. */
export interface Publication {
  readonly cellules: readonly Cellule[]
  readonly relations: readonly Relation[]
}

/** A publication by ranks: a move of the cells is possible where each row's sum of moves stays between its two numbers. */
export interface Systeme {
  readonly cellules: readonly Cellule[]
  readonly rangDe: ReadonlyMap<string, number>
  /** By cell: the rows it is in, with its coefficients. */
  readonly colonnes: readonly (readonly (readonly [ligne: number, coefficient: number])[])[]
  readonly min: readonly number[]
  readonly max: readonly number[]
}

const refuser = (phrase: string): never => {
  throw new ErreurInfocentre('suppression.incoherente', phrase)
}

const rangs = (cellules: readonly Cellule[]): ReadonlyMap<string, number> => {
  const rangDe = new Map<string, number>()
  for (const [rang, { id, valeur, poids = 1 }] of cellules.entries()) {
    if (rangDe.has(id)) refuser(`La cellule ${id} est donnée deux fois.`)
    if (!Number.isSafeInteger(valeur) || valeur < 0) refuser(`La cellule ${id} n’est pas un effectif : ${valeur}.`)
    if (!(poids >= 1)) refuser(`La cellule ${id} coûte moins qu’une cellule : ${poids}.`)
    rangDe.set(id, rang)
  }
  return rangDe
}

/** Checks that a publication says nothing false: hidden cells of tables that do not add up would protect nobody. */
export const lireSysteme = ({ cellules, relations }: Publication): Systeme => {
  const rangDe = rangs(cellules)
  const colonnes: (readonly [number, number])[][] = cellules.map(() => [])
  const min: number[] = []
  const max: number[] = []
  for (const [ligne, { termes, min: bas = 0, max: haut = Math.max(0, bas) }] of relations.entries()) {
    let somme = 0
    const coefficients = new Map<number, number>()
    for (const [id, coefficient] of termes) {
      const rang = rangDe.get(id)
      if (rang === undefined) return refuser(`La relation ${ligne + 1} nomme une cellule inconnue : ${id}.`)
      if (!Number.isSafeInteger(coefficient)) refuser(`La relation ${ligne + 1} multiplie par ${coefficient}.`)
      coefficients.set(rang, (coefficients.get(rang) ?? 0) + coefficient)
      somme += coefficient * (cellules[rang]?.valeur ?? 0)
    }
    if (somme < bas || somme > haut)
      refuser(`La relation ${ligne + 1} (${termes.map(([id]) => id).join(', ')}) n’est pas vraie : ${somme}.`)
    for (const [rang, coefficient] of coefficients) if (coefficient !== 0) colonnes[rang]?.push([ligne, coefficient])
    min.push(bas - somme)
    max.push(haut - somme)
  }
  return { cellules, rangDe, colonnes, min, max }
}
