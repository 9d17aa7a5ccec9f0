import type { Jour, Mois } from '../../ingest/socle/jour.ts'

/** Why a stored figure cannot be computed again from what is kept. */
export const POURQUOI = {
  CLOS: 'l’effacement au terme a ôté des demandes de son instantané',
  AVANT_CLOS: 'l’effacement au terme a ôté des demandes de l’instantané plus ancien qu’il regarde',
  NOMS: 'les empreintes d’identité ne sont gardées que pour les deux derniers instantanés',
  MENAGES: 'les colonnes dont ils sont comptés ne sont gardées que le temps d’un chargement',
  SANS_NOMS: 'les paires se cherchent sur les noms, pendant qu’un chargement les lit',
} as const

type Pourquoi = keyof typeof POURQUOI

/** What was not computed again, by name: the month's or the snapshot's, and which figures. */
export interface NonRefait {
  readonly territoire: string
  /** The month of figures, else the day of a snapshot. */
  readonly de: Mois | Jour
  /** Codes of indicators, or a sort of figures; null for all the figures of the month. */
  readonly quoi: readonly string[] | null
  readonly pourquoi: Pourquoi
}

/** A stored figure that computing again does not find. */
export interface EcartRefait {
  readonly territoire: string
  readonly de: Mois | Jour
  /** The table, or the indicator and the entity. */
  readonly quoi: string
}

/** What computing a territory's figures again gave. */
export interface BilanRefait {
  /** Months whose figures were computed again from demandes, in whole or in part. */
  readonly mois: number
  /** Figures that were, each found as it was stored or among `ecarts`. */
  readonly chiffres: number
  readonly ecarts: readonly EcartRefait[]
  readonly nonRefaits: readonly NonRefait[]
}
