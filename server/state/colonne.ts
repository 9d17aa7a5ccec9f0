import { estJour, estMois, type Jour, type Mois } from '../../ingest/socle/jour.ts'
import type { Effet } from '../../ingest/socle/sql/colonne.ts'

/** A column of the application's database: how SQLite keeps its cells, and what they are once read (and checked). */
export interface ColonneEtat<T = unknown, Cellule = unknown, Fournie extends boolean = boolean> {
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB'
  /** What its cells are, in words. */
  readonly sorte: string
  readonly nulle: boolean
  /** What a column of text that may hold numéros uniques does with one that is purged; null where it holds none. */
  readonly numero: Effet | null
  /** Of a column that holds one of a few codes. */
  readonly codes?: readonly string[]
  /** SQLite gives it a value where the writer says none. */
  readonly fournie: Fournie
  /** @throws TypeError where the cell is of another kind. */
  lire(cellule: unknown): T
  ecrire(valeur: T): Cellule
}

type Simple<T, Cellule = T> = ColonneEtat<T, Cellule, false>

const refuser = (attendu: string): never => {
  throw new TypeError(`une cellule n’est pas ${attendu}`)
}

const lireTexte = (cellule: unknown): string => (typeof cellule === 'string' ? cellule : refuser('un texte'))
const lireNombre = (cellule: unknown): number => (typeof cellule === 'number' ? cellule : refuser('un nombre'))
const lireEntier = (cellule: unknown): number =>
  Number.isInteger(cellule) ? lireNombre(cellule) : refuser('un entier')
const telle = <T>(valeur: T): T => valeur

/** A text that holds no numéro unique. */
export const texte: Simple<string> = {
  type: 'TEXT',
  sorte: 'texte',
  nulle: false,
  numero: null,
  fournie: false,
  lire: lireTexte,
  ecrire: telle,
}

/** One of a few codes. */
export const unDe = <const Codes extends readonly string[]>(codes: Codes): Simple<Codes[number], string> => ({
  ...texte,
  sorte: 'code',
  codes,
  lire: (cellule) => codes.find((code) => code === cellule) ?? refuser(`l’un de ${codes.join(', ')}`),
})

/** `AAAA-MM-JJ`. */
export const jour: Simple<Jour, string> = {
  ...texte,
  sorte: 'date (AAAA-MM-JJ)',
  lire: (cellule) => {
    const lu = lireTexte(cellule)
    return estJour(lu) ? lu : refuser('un jour')
  },
}

/** `AAAA-MM`. */
export const mois: Simple<Mois, string> = {
  ...texte,
  sorte: 'mois (AAAA-MM)',
  lire: (cellule) => {
    const lu = lireTexte(cellule)
    return estMois(lu) ? lu : refuser('un mois')
  },
}

/** `AAAA-MM-JJ HH:MM:SS`, as the machine's clock said it. */
export const instant: Simple<string> = { ...texte, sorte: 'instant (AAAA-MM-JJ HH:MM:SS, heure de la machine)' }

export const entier: Simple<number> = {
  ...texte,
  type: 'INTEGER',
  sorte: 'entier',
  lire: lireEntier,
  ecrire: telle,
}

export const reel: Simple<number> = {
  ...texte,
  type: 'REAL',
  sorte: 'nombre',
  lire: lireNombre,
  ecrire: telle,
}

/** The bytes of a file. */
export const octets: Simple<Uint8Array> = {
  ...texte,
  type: 'BLOB',
  sorte: 'octets d’un fichier',
  lire: (cellule) =>
    // The engine gives a bare buffer.
    cellule instanceof ArrayBuffer
      ? new Uint8Array(cellule)
      : cellule instanceof Uint8Array
        ? cellule
        : refuser('des octets'),
  ecrire: telle,
}

/** Kept as 1 or 0. */
export const booleen: Simple<boolean, number> = {
  ...texte,
  type: 'INTEGER',
  sorte: 'oui ou non',
  lire: (cellule) => (cellule === 1 || cellule === 0 ? cellule === 1 : refuser('un oui ou un non')),
  ecrire: Number,
}

/** What this software wrote as JSON, read back. */
export const json = <T>(): Simple<T, string> => ({
  ...texte,
  sorte: 'JSON',
  lire: (cellule) => JSON.parse(lireTexte(cellule)) as T,
  ecrire: (valeur) => JSON.stringify(valeur),
})

/** The same, where numéros uniques may stand within the text. */
export const avecNumero = <T, Cellule>(effet: Effet, colonne: Simple<T, Cellule>): Simple<T, Cellule> => ({
  ...colonne,
  numero: effet,
})

/** The same, where a cell may be empty. */
export const nul = <T, Cellule>(colonne: Simple<T, Cellule>): Simple<T | null, Cellule | null> => ({
  ...colonne,
  nulle: true,
  lire: (cellule) => (cellule === null ? null : colonne.lire(cellule)),
  ecrire: (valeur) => (valeur === null ? null : colonne.ecrire(valeur)),
})

/** The same, that SQLite fills where the writer says nothing. */
export const fournie = <T, Cellule>(colonne: Simple<T, Cellule>): ColonneEtat<T, Cellule, true> => ({
  ...colonne,
  fournie: true,
})

/** A row's own number. */
export const id = fournie(entier)
