import type { Jour, Mois } from '../ingest/socle/jour.ts'

/** The twelve points of a monthly control, in the order in which they are gone through. */
export const POINTS = {
  CHARGEMENT: 'Le chargement',
  ALERTES_NOUVELLES: 'Alertes nouvelles',
  ALERTES_EN_COURS: 'Alertes en cours',
  ALERTES_EXPLIQUEES: 'Alertes expliquées',
  ALERTES_LEVEES: 'Alertes levées',
  FORCAGES: 'Forçages',
  ATTRIBUTIONS: 'Attributions',
  DOUBLONS: 'Doublons',
  ECHANTILLON: 'Échantillon du mois',
  CIVILITE: 'Mouvements de civilité',
  MESURES: 'Mesures à échéance',
  OBLIGATIONS: 'Obligations du mois',
} as const

export type Point = keyof typeof POINTS

export const CODES_POINTS = Object.keys(POINTS) as readonly Point[]

export const estPoint = (code: string): code is Point => Object.hasOwn(POINTS, code)

/** 1 for the first. */
export const rangDuPoint = (point: Point): number => CODES_POINTS.indexOf(point) + 1

export const ETATS_CONTROLE = {
  A_FAIRE: 'À faire',
  EN_COURS: 'En cours',
  SIGNE: 'Signé',
  ROUVERT: 'Rouvert',
} as const

export type EtatControle = keyof typeof ETATS_CONTROLE

export const ACTES_CONTROLE = {
  COCHER: 'Point vu',
  DECOCHER: 'Point à revoir',
  NOTER: 'Note écrite',
  SIGNER: 'Contrôle signé',
  SIGNER_SANS_INSTANTANE: 'Contrôle signé sans instantané',
  ROUVRIR: 'Contrôle rouvert',
} as const

export type ActeControle = keyof typeof ACTES_CONTROLE

/** What the application knows of a point: told in a sentence whose first words are the figure, and as numbers. */
export interface FaitDuPoint {
  readonly point: Point
  /** Said in bold, first; empty where there is nothing to count. */
  readonly nombre: string
  readonly phrase: string
  readonly chiffres: Readonly<Record<string, number | null>>
}

/** What a signature froze: what the page said, what was ticked and written, and from which snapshot. */
export interface FaitsFiges {
  readonly territoire: string
  readonly mois: Mois
  readonly instantane: Jour | null
  /** When the month's figures were computed; null without a snapshot. */
  readonly calcule_le: string | null
  /** Why it is signed without a snapshot; null with one. */
  readonly motif: string | null
  /** SHA-256, in hexadecimal, of the report kept beside; missing of what was signed before reports were. */
  readonly rapport?: string
  readonly points: readonly (FaitDuPoint & {
    readonly vu_par: string | null
    readonly vu_le: string | null
    readonly note: string
  })[]
}
