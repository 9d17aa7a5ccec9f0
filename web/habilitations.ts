import type { Jour } from '../ingest/socle/jour.ts'

/** Who has access to the national system: an agent of a service enregistreur, or another body. */
export const SORTES_HABILITATION = { AGENT: 'Agent d’un service', ORGANISME: 'Autre organisme' } as const

export type SorteHabilitation = keyof typeof SORTES_HABILITATION

export const ETATS_HABILITATION = { OUVERTE: 'Ouverte', SIGNALEE: 'À clore', CLOSE: 'Close' } as const

export type EtatHabilitation = keyof typeof ETATS_HABILITATION

/** What is done of a habilitation, as its history tells it. */
export const ACTES_HABILITATION = {
  OUVRIR: 'Habilitation ouverte',
  CERTIFIER: 'Certificat enregistré',
  CHANGER: 'Profil changé',
  CONFIRMER: 'Confirmée à la revue',
  SIGNALER: 'Signalée à clore',
  REPRENDRE: 'Signalement retiré',
  CLORE: 'Habilitation close',
  ROUVRIR: 'Habilitation rouverte',
} as const

export type ActeHabilitation = keyof typeof ACTES_HABILITATION

/** Why a habilitation is reported to be closed. */
export const MOTIFS_SIGNALEMENT = {
  DEPART: 'Départ de l’agent',
  INUTILE: 'Accès qui ne sert plus',
  INCONNUE: 'Agent inconnu du service',
} as const

export type MotifSignalement = keyof typeof MOTIFS_SIGNALEMENT

export const ETATS_CAMPAGNE = { EN_COURS: 'En cours', TERMINEE: 'Terminée' } as const

export type EtatCampagne = keyof typeof ETATS_CAMPAGNE

export const ACTES_CAMPAGNE = {
  LANCER: 'Revue lancée',
  RELANCER: 'Services relancés',
  PROLONGER: 'Réponse attendue plus tard',
  TERMINER: 'Revue terminée',
  ROUVRIR: 'Revue rouverte',
} as const

export type ActeCampagne = keyof typeof ACTES_CAMPAGNE

export const ETATS_REPONSE = { ATTENDUE: 'Attendue', COMMENCEE: 'Commencée', SIGNEE: 'Signée' } as const

export type EtatReponse = keyof typeof ETATS_REPONSE

export const ACTES_REPONSE = {
  ENVOYER: 'Liste envoyée',
  RELANCER: 'Relance',
  REPONDRE: 'Réponses enregistrées',
  SIGNER: 'Revue signée par le service',
  ENREGISTRER: 'Réponse sur papier enregistrée',
  ROUVRIR: 'Réponse rouverte',
} as const

export type ActeReponse = keyof typeof ACTES_REPONSE

/** What a service says of one of its agents: nothing is said for it. */
export const DECISIONS_REVUE = {
  GARDER: 'Garder',
  FERMER: 'Fermer',
  PARTIE: 'Partie le',
  INCONNUE: 'Inconnue',
} as const

export type DecisionRevue = keyof typeof DECISIONS_REVUE

export const CODES_DECISIONS = Object.keys(DECISIONS_REVUE) as readonly DecisionRevue[]

/** What a service says of a line, with the day for who left. */
export interface ReponseLigne {
  readonly decision: DecisionRevue
  readonly departLe: Jour | null
}

/** How many lines of a signed answer say each thing. */
export type BilanRevue = Readonly<Record<DecisionRevue, number>>
