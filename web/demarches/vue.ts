import type { Jour } from '../../ingest/socle/jour.ts'
import type { ActeDemarche, CodeSorte, EtatDemarche } from './mots.ts'

/** A démarche as its line tells it: when it came, where it stands. */
export interface ResumeDemarche {
  readonly id: number
  readonly sorte: CodeSorte
  readonly numeros: readonly string[]
  /** What to call whoever sent it: a service, the gestionnaire or the State. */
  readonly service: string
  readonly etat: EtatDemarche
  readonly recueLe: Jour
  readonly transmiseLe: Jour | null
  /** Done, refused or answered. */
  readonly traiteeLe: Jour | null
  readonly confirmeeLe: Jour | null
}

export interface ActeDemarcheVu {
  readonly id: number
  readonly acte: ActeDemarche
  readonly texte: string
  readonly numero: string | null
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** An act that the person has at this step, and what it lacks before anything is typed. */
export interface ActeOffert {
  readonly acte: ActeDemarche
  readonly manque: string | null
}

/** What the latest snapshot shows of a number that the person may read. */
export interface DemandeVue {
  readonly numero: string
  readonly active: boolean
  readonly enregistreeLe: Jour
  readonly guichet: string | null
  readonly echeance: Jour | null
  readonly attesteeLe: Jour | null
  readonly radieeLe: Jour | null
  /** In words. */
  readonly motif: string | null
}

/** A démarche, as a person reads it. */
export interface DemarcheVue extends ResumeDemarche {
  /** What each field says, in words, those that are filled. */
  readonly faits: readonly (readonly [libelle: string, valeur: string])[]
  /** The oldest first. */
  readonly actes: readonly ActeDemarcheVu[]
  readonly possibles: readonly ActeOffert[]
  readonly instantane: Jour | null
  /** Those of its numbers that the latest snapshot shows and that the person may read. */
  readonly demandes: readonly DemandeVue[]
  /** Numbers of which the page says nothing: the snapshot has them not, or they are not the person's. */
  readonly tues: readonly string[]
  /** The last day of reactivation of a radiated demande; null where none is known. */
  readonly reactivableJusqua: Jour | null
}
