import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDateValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  TIMESTAMP,
  TINYINT,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api'
import { estJour, estMois, type Jour, type Mois, numeroDuJour } from '../jour.ts'
import type { Valeur } from './valeur.ts'

/** What retention does with a number: it takes the whole row away, or writes « n° purgé » in the number's place. */
export type Effet = 'LIGNE' | 'MASQUE'

/** A column: how the engine names its type, what its cells are once read (and checked), how one is written. */
export interface Colonne<T = unknown> {
  /** As DDL spells it. */
  readonly type: string
  readonly moteur: DuckDBType
  readonly nulle: boolean
  /** What a column of text that may hold numéros uniques does with one that is purged; null where it holds none. */
  readonly numero: Effet | null
  /** Of a column that holds one of a few codes. */
  readonly codes?: readonly string[]
  /** @throws TypeError where the cell is of another kind. */
  lire(cellule: Valeur): T
  ecrire(valeur: T): DuckDBValue
}

const refuser = (attendu: string): never => {
  throw new TypeError(`une cellule n’est pas ${attendu}`)
}

const simple = <T extends DuckDBValue & Valeur>(
  type: string,
  moteur: DuckDBType,
  attendu: string,
  est: (cellule: Valeur) => cellule is T & Valeur,
): Colonne<T> => ({
  type,
  moteur,
  nulle: false,
  numero: null,
  lire: (cellule) => (est(cellule) ? cellule : refuser(attendu)),
  ecrire: (valeur) => valeur,
})

const estTexte = (cellule: Valeur): cellule is string => typeof cellule === 'string'
const estNombre = (cellule: Valeur): cellule is number => typeof cellule === 'number'
const estBooleen = (cellule: Valeur): cellule is boolean => typeof cellule === 'boolean'

/** A text that holds no numéro unique: a code, a label, a sentence about guichets. */
export const texte: Colonne<string> = simple('VARCHAR', VARCHAR, 'un texte', estTexte)

/** A text that is, or may hold, numéros uniques. */
export const numero = (effet: Effet): Colonne<string> => ({ ...texte, numero: effet })

/** One of a few codes. */
export const unDe = <const Codes extends readonly string[]>(codes: Codes): Colonne<Codes[number]> => ({
  ...texte,
  codes,
  lire: (cellule) => codes.find((code) => code === cellule) ?? refuser(`l’un de ${codes.join(', ')}`),
})

const entierDe = (type: string, moteur: DuckDBType, ecrire: (valeur: number) => DuckDBValue): Colonne<number> => ({
  ...simple(type, moteur, 'un entier', estNombre),
  lire: (cellule) => (estNombre(cellule) && Number.isInteger(cellule) ? cellule : refuser('un entier')),
  ecrire,
})

export const entier: Colonne<number> = entierDe('BIGINT', BIGINT, BigInt)

export const entierCourt: Colonne<number> = entierDe('INTEGER', INTEGER, (valeur) => valeur)

/** From −128 to 127. */
export const petitEntier: Colonne<number> = entierDe('TINYINT', TINYINT, (valeur) => valeur)

/** From 0 to 255. */
export const octet: Colonne<number> = entierDe('UTINYINT', UTINYINT, (valeur) => valeur)

export const reel: Colonne<number> = simple('DOUBLE', DOUBLE, 'un nombre', estNombre)

export const booleen: Colonne<boolean> = simple('BOOLEAN', BOOLEAN, 'un oui ou un non', estBooleen)

export const jour: Colonne<Jour> = {
  ...texte,
  type: 'DATE',
  moteur: DATE,
  lire: (cellule) => (estTexte(cellule) && estJour(cellule) ? cellule : refuser('un jour')),
  ecrire: (valeur) => new DuckDBDateValue(numeroDuJour(valeur)),
}

export const mois: Colonne<Mois> = {
  ...texte,
  lire: (cellule) => (estTexte(cellule) && estMois(cellule) ? cellule : refuser('un mois')),
}

/** `AAAA-MM-JJ HH:MM:SS`, as the machine's clock said it. */
export const instant: Colonne<string> = {
  ...texte,
  type: 'TIMESTAMP',
  moteur: TIMESTAMP,
  ecrire: (valeur) => new DuckDBTimestampValue(BigInt(Date.parse(`${valeur.replace(' ', 'T')}Z`)) * 1000n),
}

/** What this software wrote as JSON, read back. */
export const json = <T>(): Colonne<T> => ({
  ...texte,
  type: 'JSON',
  lire: (cellule) => (estTexte(cellule) ? (JSON.parse(cellule) as T) : refuser('du JSON')),
  ecrire: (valeur) => JSON.stringify(valeur),
})

export const liste = <T>(element: Colonne<T>): Colonne<readonly T[]> => ({
  ...element,
  type: `${element.type}[]`,
  moteur: LIST(element.moteur),
  lire: (cellule) => (Array.isArray(cellule) ? cellule.map((e: Valeur) => element.lire(e)) : refuser('une liste')),
  ecrire: (valeurs) => listValue(valeurs.map(element.ecrire)),
})

/** The same, where a cell may be empty. */
export const nul = <T>(colonne: Colonne<T>): Colonne<T | null> => ({
  ...colonne,
  nulle: true,
  lire: (cellule) => (cellule === null ? null : colonne.lire(cellule)),
  ecrire: (valeur) => (valeur === null ? null : colonne.ecrire(valeur)),
})
