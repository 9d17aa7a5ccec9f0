import type { Jour } from '../ingest/socle/jour.ts'
import type { Unite } from '../ingest/socle/unite.ts'
import type { Niveau } from '../metrics/resultat.ts'

export const FAMILLES = {
  activite: 'Activité',
  enregistrement: 'Enregistrement',
  doublons: 'Doublons',
  renouvellement: 'Renouvellement',
  attribution: 'Attribution',
  coherence: 'Cohérence, flux',
} as const

export type Famille = keyof typeof FAMILLES

export interface Seuil {
  readonly depuis: Jour
  /** Null from the day it was taken away. */
  readonly valeur: number | null
  readonly source?: string
}

/** What a page tells of an indicator, in the words of the person who reads it. */
export interface FicheIndicateur {
  readonly code: string
  readonly libelle: string
  readonly definition: string
  readonly famille: Famille
  readonly unite: Unite
  /** One of the fifteen shown first. */
  readonly principal: boolean
  readonly nature: 'flux' | 'stock'
  readonly niveaux: readonly Niveau[]
  readonly objectif: number | null
  readonly seuils: readonly Seuil[]
  readonly minimum: number
  readonly source: { readonly texte: string; readonly citation?: string }
  readonly numerateur: string
  readonly denominateur: string
  /** Which guichet a demande counts for, in words. */
  readonly guichet: string
  /** What is checked in a record, one by one, where the indicator is of several fields or rules. */
  readonly points: readonly string[]
  readonly pourquoi: string
  readonly correction: string
}

/** The threshold in force on a day, or null where none was yet. */
export const seuilEn = (fiche: FicheIndicateur, jour: Jour): number | null =>
  fiche.seuils.filter(({ depuis }) => depuis <= jour).sort((a, b) => (a.depuis < b.depuis ? 1 : -1))[0]?.valeur ?? null
