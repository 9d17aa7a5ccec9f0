import type { Jour } from '../ingest/socle/jour.ts'

/** One thing to put right in a demande, in the words of whom it is asked. */
export interface FauteVue {
  readonly faute: string
  /** Tab and field of the national system; none where it is reported here. */
  readonly lieu: readonly [onglet: string, champ: string] | null
  readonly geste: string
  /** What the snapshot shows: headings and values. */
  readonly montre: readonly (readonly [intitule: string, valeur: string])[]
  /** Why it matters. */
  readonly pourquoi: string
}

/** The other demande of a household that has two. */
export interface Jumelle {
  readonly numero: string
  readonly enregistree: Jour
  /** The guichet's name, or its code where the register lacks it. */
  readonly guichet: string | null
}

/** A demande to put right. */
export interface DemandeACorriger {
  readonly numero: string
  /** « Enregistrée le », and the day. */
  readonly acte: readonly [mots: string, jour: Jour | null]
  /** Name of the guichet it counts for. */
  readonly guichet: string | null
  readonly fautes: readonly FauteVue[]
  /** Null unless the household has another demande that is known. */
  readonly jumelle: Jumelle | null
  /** It was said to be put right on a day, and a snapshot of another still shows the fault. */
  readonly aReprendre: { readonly declaree: Jour; readonly vueAu: Jour } | null
  /** The day the household was said not to answer. */
  readonly sansReponse: Jour | null
}

/** A demande of which something was said, until a snapshot settles it. */
export interface DemandeDeclaree {
  readonly numero: string
  readonly le: Jour
  /** The household does not answer: it is not said to be put right. */
  readonly sansReponse: boolean
}

/** What a service has to put right, and what it said of it. */
export interface CorrectionsDuService {
  /** The snapshot that shows it; null where none is loaded. */
  readonly instantane: Jour | null
  /** The first of them. */
  readonly demandes: readonly DemandeACorriger[]
  readonly total: number
  /** Waiting for the next snapshot. */
  readonly enAttente: readonly DemandeDeclaree[]
  /** Demandes that snapshots have shown put right since the beginning of the year. */
  readonly confirmees: number
}

/** Who answers a guichet. */
export interface ContactGestion {
  readonly nom: string
  readonly courriel: string
}
