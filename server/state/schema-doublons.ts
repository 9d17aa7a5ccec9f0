import type { Generated } from 'kysely'

interface Avis {
  readonly id: Generated<number>
  readonly territoire: string
  /** One of `VERDICTS`. */
  readonly verdict: string
  readonly motif: string
  readonly par: string
  readonly le: string
}

/** What a person said of a pair, `a < b`; the latest row holds, the others are its history. */
export interface TableQualificationsPaires extends Avis {
  readonly a: string
  readonly b: string
}

/** What a person said of a forced demande. */
export interface TableQualificationsForcages extends Avis {
  readonly numero_unique: string
}

/** Duplicates that a guichet reported. */
export interface TableSignalements {
  readonly id: Generated<number>
  readonly territoire: string
  /** The service enregistreur that reports; null for the gestionnaire. */
  readonly service: string | null
  /** JSON list of the numbers. */
  readonly numeros: string
  /** The one to keep. */
  readonly garde: string
  /** JSON object: which number each piece of information is taken from, where it is not the one kept. */
  readonly reprises: string
  readonly motif: string
  readonly par: string
  readonly le: string
}

/** A dated step of a report: `ACCEPTE`, `REFUSE`, `FAIT` or `CONFIRME`. */
export interface TableSignalementsEtapes {
  readonly id: Generated<number>
  readonly signalement: number
  readonly etape: string
  readonly motif: string
  readonly par: string
  readonly le: string
}

export interface EtatDoublons {
  readonly qualifications_paires: TableQualificationsPaires
  readonly qualifications_forcages: TableQualificationsForcages
  readonly signalements: TableSignalements
  readonly signalements_etapes: TableSignalementsEtapes
}
