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

/** Why a query has no result, as the audit log says it. */
export const MOTS_REFUS = {
  VIDE: 'vide',
  TROP_LONGUE: 'trop longue',
  SYNTAXE: 'incomprise',
  PAS_UNE_LECTURE: 'autre chose qu’une lecture',
  PLUSIEURS: 'plusieurs requêtes',
  FICHIER: 'fichier ou adresse',
  TABLE: 'table inconnue',
  COLONNE: 'colonne inconnue',
  NOM: 'nom demandé',
  NUMERO: 'numéro demandé',
  SENSIBLE: 'motif ou nationalité à côté d’une demande',
  FONCTION: 'fonction refusée',
  PARAMETRE: 'paramètre inconnu',
  PROFONDEUR: 'trop profonde',
  VALEUR: 'valeur impossible',
  SENS: 'contradictoire',
  MEMOIRE: 'trop de mémoire',
  TEMPS: 'trop de temps',
  POIDS: 'résultat trop lourd',
  ARRETEE: 'arrêtée',
  TOMBEE: 'interrompue',
  OCCUPEE: 'une autre tournait',
  BASE_CHANGEE: 'base changée',
} as const

export type CodeRefusRequete = keyof typeof MOTS_REFUS

/** What a query may name besides tables: its value is chosen in a list, and bound. */
export const PARAMETRES_REQUETE = {
  mois: 'Mois',
  instantane: 'Instantané',
  guichet: 'Guichet',
} as const

/** How a result is drawn. */
export const DESSINS = { BARRES: 'Barres', COURBE: 'Courbe', POINTS: 'Points' } as const

export type SorteDessin = keyof typeof DESSINS

/** The drawing picked: its kind, and the columns that it is made of. */
export interface DessinChoisi {
  readonly sorte: SorteDessin
  readonly x: string
  readonly y: string
}

/** What is done of a kept query besides writing it. */
export const ACTES_REQUETE = {
  PARTAGER: 'partagée',
  NE_PLUS_PARTAGER: 'à son auteur seul',
  EPINGLER: 'épinglée au tableau de bord',
  DETACHER: 'détachée du tableau de bord',
  RETIRER: 'retirée',
} as const

export type ActeRequete = keyof typeof ACTES_REQUETE
