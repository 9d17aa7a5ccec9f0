import { type Destinataire, RAPPORTS } from './rapports.ts'

/** What is sent to people who asked for it, or are owed it: a list each. */
export const LISTES = {
  prefet: RAPPORTS.prefet.libelle,
  partenaires: RAPPORTS.partenaires.libelle,
  copil: RAPPORTS.copil.libelle,
  reunions: 'Comptes rendus de réunion',
  controle: 'Préparation du contrôle mensuel et des rapports',
} as const satisfies Readonly<Record<Destinataire, string>> & Readonly<Record<string, string>>

export type Liste = keyof typeof LISTES

export const CODES_LISTES = Object.keys(LISTES) as [Liste, ...Liste[]]

/** What happened of a message, as the last thing that did. */
export const ISSUES_ENVOI = {
  COMMENCEE: 'Envoi commencé',
  PARTIE: 'Remis au serveur de messagerie',
  DEPOSEE: 'Déposé dans la boîte d’envoi',
  ECHOUEE: 'Essai sans succès',
  REFUSEE: 'Refusé par le serveur de messagerie',
  RELANCEE: 'Nouvel envoi demandé',
  ANNULEE: 'Annulé',
} as const

export type IssueEnvoi = keyof typeof ISSUES_ENVOI

/** Where a message stands. */
export const ETATS_ENVOI = {
  EN_ATTENTE: 'En attente',
  EN_COURS: 'Envoi en cours',
  A_REPRENDRE: 'Nouvel essai prévu',
  ENVOYE: 'Envoyé',
  DEPOSE: 'Déposé dans la boîte d’envoi',
  EN_ECHEC: 'Non parti',
  INCERTAIN: 'Interrompu pendant l’envoi',
  ANNULE: 'Annulé',
} as const

export type EtatEnvoi = keyof typeof ETATS_ENVOI

/** Somebody that a list sends to. */
export interface DestinataireVu {
  readonly id: number
  readonly liste: Liste
  readonly nom: string
  readonly courriel: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** A message, with where it stands. */
export interface EnvoiVu {
  readonly id: number
  readonly liste: Liste
  readonly objet: string
  readonly nom: string
  readonly courriel: string
  readonly etat: EtatEnvoi
  /** What the last attempt said; empty without. */
  readonly detail: string
  readonly essais: number
  /** When the next attempt is due; null where none is. `AAAA-MM-JJTHH:MM`. */
  readonly reprise: string | null
  readonly par: string
  /** When it was asked for. `AAAA-MM-JJTHH:MM`. */
  readonly le: string
  /** When its state was reached; `le` where nothing was tried. */
  readonly depuis: string
}
