import type { Contexte } from './contexte.ts'
import type { InstantaneLu } from './lire-instantane.ts'

/** One thing counted: in the denominator (with its weight), in the numerator, or with its days for a delay. */
export interface Observation {
  readonly guichet: string | null
  /** Instead of a guichet: a siren, for the leases that bailleurs declare. */
  readonly siren?: string
  readonly denominateur: number
  readonly numerateur?: number
  readonly jours?: number
  readonly details?: readonly string[]
}

export interface Definition {
  readonly code: string
  readonly nature: 'compte' | 'part' | 'delai'
  readonly stock?: true
  /** Exists at TERRITOIRE only. */
  readonly territoireSeul?: true
  /** Has no GUICHET rows. */
  readonly sansGuichet?: true
  readonly detaille?: true
  readonly seuil?: number
  readonly minimum?: number
  /** Why the month has no value, without the snapshot that `exige` names. */
  readonly vide: (c: Contexte) => string | null
  readonly exige?: 's0' | 'sMoins'
  readonly observer: (c: Contexte) => Observation[]
}

/** A need for one column, or for one of several: the first is the one named. */
type Besoin = string | readonly string[]

/** The first of the needs that the snapshot leaves empty; a snapshot that is missing has no column to blame. */
export const premiereVide = (i: InstantaneLu | null, besoins: readonly Besoin[]): string | null => {
  if (i === null) return null
  for (const besoin of besoins) {
    const choix = typeof besoin === 'string' ? [besoin] : besoin
    if (choix.every((colonne) => i.vides.has(colonne))) return choix[0] ?? null
  }
  return null
}

/** `vide` for columns of S alone. */
export const besoins =
  (...colonnes: readonly Besoin[]) =>
  (c: Contexte): string | null =>
    premiereVide(c.s, colonnes)

export const NOM_NAISSANCE = ['nom_naissance', 'nom'] as const

export const CLE_IDENTITE: readonly Besoin[] = ['prenom', 'date_naissance', NOM_NAISSANCE]

/** A share's observations: a list of denominators, each in the numerator or not. */
export const parts = <T>(
  lignes: readonly T[],
  guichet: (ligne: T) => string | null,
  fautive: (ligne: T) => boolean,
): Observation[] =>
  lignes.map((ligne) => ({ guichet: guichet(ligne), denominateur: 1, numerateur: fautive(ligne) ? 1 : 0 }))

export const comptes = <T>(lignes: readonly T[], guichet: (ligne: T) => string | null): Observation[] =>
  lignes.map((ligne) => ({ guichet: guichet(ligne), denominateur: 1 }))
