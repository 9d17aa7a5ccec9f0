/** How a column of a result is written, as exports name it. */
export type TypeResultat = 'texte' | 'entier' | 'nombre' | 'jour' | 'moment' | 'booleen'

export interface ColonneResultat {
  readonly nom: string
  readonly type: TypeResultat
}

export type CelluleResultat = string | number | boolean | null

export type LigneResultat = readonly CelluleResultat[]

/** The rows of a query, and what they took. */
export interface ResultatRequete {
  readonly colonnes: readonly ColonneResultat[]
  readonly lignes: readonly LigneResultat[]
  /** There were more: these are the first. */
  readonly coupe: boolean
  readonly ms: number
  /** In megabytes. */
  readonly memoire: number
}

/** Why a query has no result: what happened; what is intact and what to do; where in its text, from 0. */
export interface RefusRequete {
  readonly code: CodeRefusRequete
  readonly phrase: string
  readonly suite: string
  readonly position?: number
}

export const CODES_REFUS = [
  'VIDE',
  'TROP_LONGUE',
  'SYNTAXE',
  'PAS_UNE_LECTURE',
  'PLUSIEURS',
  'FICHIER',
  'TABLE',
  'COLONNE',
  'NOM',
  'NUMERO',
  'SENSIBLE',
  'FONCTION',
  'PARAMETRE',
  'PROFONDEUR',
  'VALEUR',
  'SENS',
  'MEMOIRE',
  'TEMPS',
  'POIDS',
  'ARRETEE',
  'TOMBEE',
  'OCCUPEE',
  'BASE_CHANGEE',
] as const

export type CodeRefusRequete = (typeof CODES_REFUS)[number]

/** What a query may name besides tables: its value is chosen in a list, and bound. */
export const PARAMETRES_REQUETE = {
  mois: 'Mois',
  instantane: 'Instantané',
  guichet: 'Guichet',
} as const

export type NomParametre = keyof typeof PARAMETRES_REQUETE

/** How a result is drawn. */
export const DESSINS = { BARRES: 'Barres', COURBE: 'Courbe', POINTS: 'Points' } as const

export type SorteDessin = keyof typeof DESSINS

/** The drawing picked: its kind, and the columns that it is made of. */
export interface DessinChoisi {
  readonly sorte: SorteDessin
  readonly x: string
  readonly y: string
}
