import type { Jour } from '../ingest/socle/jour.ts'

/** What the gestionnaire owes, in the order of the calendar: how it is called, when it falls due, what says so. */
export const OBLIGATIONS = {
  CONTROLE: ['Contrôle mensuel', '31 jours après l’instantané'],
  COMPTE_RENDU_PREFET: ['Compte rendu au préfet', 'chaque semestre'],
  BILAN_PARTENAIRES: ['Bilan aux partenaires', 'chaque semestre'],
  COMITE: ['Comité de pilotage', 'deux par an'],
  REUNION_SERVICES: ['Réunion des services', 'deux par an'],
  COMPTE_RENDU_REUNION: ['Compte rendu de réunion', 'sept jours après'],
  FORMATION: ['Formation des nouveaux services', 'une par an'],
  FORMATION_SERVICE: ['Formation d’un service', 'six mois après son arrivée'],
  HABILITATIONS: ['Revue des habilitations', 'une par an'],
  REGISTRE: ['Confirmation du registre', 'une par an'],
  BILANS_BAILLEURS: ['Bilans des bailleurs', '28 février'],
  PLENIERE: ['Réunion plénière nationale', 'une par an'],
} as const

export type Obligation = keyof typeof OBLIGATIONS

export const CODES_OBLIGATIONS = Object.keys(OBLIGATIONS) as readonly Obligation[]

export const estObligation = (code: string): code is Obligation => Object.hasOwn(OBLIGATIONS, code)

export const nomObligation = (obligation: Obligation): string => OBLIGATIONS[obligation][0]

/** Those that the application sees done by itself: the others are recorded by the gestionnaire, with their date. */
const CONSTATEES: ReadonlySet<Obligation> = new Set(['CONTROLE', 'COMITE', 'REUNION_SERVICES', 'COMPTE_RENDU_REUNION'])

/** Obligations whose doing is recorded by hand, as a dated fact. */
export const SE_CONSIGNENT = CODES_OBLIGATIONS.filter((code) => !CONSTATEES.has(code))

export const ETATS_OBLIGATION = {
  FAITE: 'Faite',
  A_FAIRE: 'À faire',
  EN_RETARD: 'En retard',
  /** A month without a snapshot: it is neither done nor late. */
  MANQUANT: 'Mois manquant',
} as const

export type EtatObligation = keyof typeof ETATS_OBLIGATION

/** What is due once: what is owed, of what, by when, and when it was done. */
export interface Echeance {
  readonly obligation: Obligation
  /** What it is of, the same from day to day: a month, a semester, a meeting, a service. */
  readonly periode: string
  /** The same in words: « octobre 2026 ». */
  readonly objet: string
  /** A working day. */
  readonly echeance: Jour
  readonly faiteLe: Jour | null
  readonly etat: EtatObligation
  /** Days past the due date, until done or until today; 0 without. */
  readonly retard: number
  /** Days left; 0 once done or past. */
  readonly reste: number
  /** What is known of its progress; empty without. */
  readonly precision: string
  /** The meeting it is of; null for what is of none. */
  readonly reunion: number | null
  /** The month has no snapshot: no date can be kept or missed. */
  readonly sansInstantane?: boolean
}

export const NATURES_REUNION = {
  COMITE: 'Comité de pilotage',
  SERVICES: 'Réunion des services',
  PLENIERE: 'Réunion plénière nationale',
  FORMATION: 'Session de formation',
} as const

export type NatureReunion = keyof typeof NATURES_REUNION

export const ETATS_REUNION = {
  PREVUE: 'Prévue',
  CONVOQUEE: 'Convoquée',
  TENUE: 'Tenue',
  COMPTE_RENDU_ENVOYE: 'Compte rendu envoyé',
  ANNULEE: 'Annulée',
} as const

export type EtatReunion = keyof typeof ETATS_REUNION

export const ACTES_REUNION = {
  PROGRAMMER: 'Programmée',
  ORDONNER: 'Ordre du jour écrit',
  CONVOQUER: 'Convocation envoyée',
  REPORTER: 'Reportée',
  POINTER: 'Présence notée',
  TENIR: 'Tenue',
  DECIDER: 'Décision relevée',
  ENVOYER: 'Compte rendu envoyé',
  ANNULER: 'Annulée',
} as const

export type ActeReunion = keyof typeof ACTES_REUNION

export const PRESENCES = {
  CONVOQUE: 'Convoqué',
  PRESENT: 'Présent',
  REPRESENTE: 'Représenté',
  EXCUSE: 'Excusé',
  ABSENT: 'Absent',
} as const

export type Presence = keyof typeof PRESENCES

export const ETATS_DECISION = { A_FAIRE: 'À faire', FAITE: 'Faite', ABANDONNEE: 'Abandonnée' } as const

export type EtatDecision = keyof typeof ETATS_DECISION

export const ACTES_DECISION = { FAIRE: 'Faite', ABANDONNER: 'Abandonnée', REPRENDRE: 'À reprendre' } as const

export type ActeDecision = keyof typeof ACTES_DECISION
