import type { Jour } from '../ingest/socle/jour.ts'
import type { Niveau } from '../metrics/resultat.ts'
import type { ActeCharte, Article, EtatCharte } from './chartes.ts'
import type { Comptes } from './etats.ts'

/** A version of a charte, with all that was done of it. */
export interface VersionVue {
  readonly version: number
  readonly etat: EtatCharte
  readonly articles: readonly Article[]
  /** The meeting of the comité that validated it; null before. */
  readonly valideeLe: Jour | null
  /** The oldest first. */
  readonly actes: readonly {
    readonly acte: ActeCharte
    readonly jour: Jour | null
    readonly texte: string
    readonly par: string
    readonly le: string
  }[]
}

/** An indicator that shows whether an article is followed, and how many of those that the reader sees are in each state. */
export interface IndicateurDArticle {
  readonly code: string
  readonly libelle: string
  readonly etats: Comptes
  /** Whose states are counted: the finest level that the reader sees; null where there is no figure. */
  readonly niveau: Niveau | null
}

/** How the indicators of articles stand in a month, by their codes; a reader without figures has none. */
export type IndicateursDArticles = ReadonlyMap<string, IndicateurDArticle>

/** Who adhered to the chartes, as far as the reader is told. */
export interface AdhesionsVues {
  readonly adherents: number
  readonly attendus: number
  /** By service, the latest first; null for who is given counts alone. */
  readonly services:
    | readonly { readonly nom: string; readonly le: Jour | null; readonly version: number | null }[]
    | null
}

/** An article of a charte in force that an indicator shows. */
export interface ArticleDIndicateur {
  readonly charte: string
  readonly libelle: string
  readonly numero: number
  readonly titre: string
}
