import type { Jour } from '../ingest/socle/jour.ts'

export const NIVEAUX = ['GUICHET', 'SERVICE', 'CATEGORIE', 'TERRITOIRE'] as const

export type Niveau = (typeof NIVEAUX)[number]

/** From the gravest to the quietest: the order in which states are listed everywhere. */
export const STATUTS = ['ALERTE', 'SURVEILLANCE', 'NORMAL', 'NON_SIGNIFICATIF', 'SANS_OBJET'] as const

export type Statut = (typeof STATUTS)[number]

/** Why a figure has no value: `COLONNE_VIDE nom`, or one of the fixed reasons. */
export type Motif =
  | `COLONNE_VIDE ${string}`
  | 'S0_ABSENT'
  | 'S_MOINS_ABSENT'
  | 'CATEGORIE_EXCLUE'
  | 'GUICHET_FERME'
  | 'SECRET_ABSENT'

/**
 * A figure: an indicator, for an entity of a level, over whole months, with its certainty and its state.
 * Shares are fractions in [0, 1]; delays are days; counts have a value and neither numerator nor denominator.
 * Null is « non calculable », never 0.
 */
export interface Figure {
  readonly niveau: Niveau
  readonly entite: string
  readonly libelle: string
  readonly indicateur: string
  /** How many months of the period have a value. */
  readonly mois_couverts: number
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly valeur: number | null
  /** Delays only, in days. */
  readonly p90: number | null
  readonly ic_bas: number | null
  readonly ic_haut: number | null
  /** The peers' pooled share. */
  readonly reference: number | null
  readonly z_ajuste: number | null
  readonly atypique: boolean | null
  readonly statut: Statut | null
  readonly statut_12_mois: Statut | null
  readonly statut_affiche: Statut | null
  readonly motif: Motif | null
  /** Counts by code: motif of radiation, missing field, broken rule, return code. */
  readonly details: Readonly<Record<string, number>> | null
}

/** A stored figure as it is read, of a territory and a period. */
export interface LigneIndicateur extends Figure {
  readonly territoire: string
  readonly debut: Jour
  readonly fin: Jour
  /** The snapshot the (last) month was computed from. */
  readonly instantane: Jour
  /** What the latest snapshot knows of a past month, where it was asked for. */
  readonly consolide: number | null
}
