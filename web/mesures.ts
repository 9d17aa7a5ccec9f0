import type { Jour, Mois } from '../ingest/socle/jour.ts'
import type { Statut } from '../metrics/resultat.ts'

/** The steps of a measure, in words. */
export const ETATS_MESURE = {
  SIGNALEMENT_INFORMEL: 'Signalement informel',
  DEMANDE_FORMALISEE: 'Demande formalisée',
  SIGNALEMENT_COPIL_PREFET: 'Signalement au comité et au préfet',
  CLOSE: 'Close',
} as const

export type EtatMesure = keyof typeof ETATS_MESURE

/** What is done of a measure, as its history tells it. */
export const ACTES_MESURE = {
  OUVRIR: 'Mesure ouverte',
  REPONDRE: 'Réponse du service',
  FORMALISER: 'Demande formalisée',
  SIGNALER: 'Signalée au comité de pilotage et au préfet',
  NOTER_SUITE: 'Suite notée par la direction départementale',
  ECRIRE: 'Message',
  JOINDRE: 'Document joint',
  AJOUTER: 'Ligne ajoutée',
  REPORTER: 'Échéance reportée',
  ENVOYER: 'Envoi enregistré',
  CLORE: 'Mesure close',
  ROUVRIR: 'Mesure rouverte',
} as const

export type ActeMesure = keyof typeof ACTES_MESURE

/** Why a measure is closed. */
export const MOTIFS_CLOTURE = {
  CORRIGEE: 'Corrigée',
  SANS_OBJET: 'Sans objet',
  REGROUPEE: 'Regroupée avec une autre mesure',
} as const

/** How something was sent to a service. */
export const MOYENS_ENVOI = {
  COURRIEL: 'Courriel',
  RECOMMANDE: 'Lettre recommandée',
  LETTRE: 'Lettre simple',
  MAIN_PROPRE: 'Remise en main propre',
} as const

/** What is joined, where it is no document. */
export const JOINTS = { LISTE: 'Liste des demandes' } as const

/** What the State decided once a measure reached the préfet. */
export const SUITES_MESURE = {
  ENGAGEE: 'Procédure engagée',
  NON_ENGAGEE: 'Procédure non engagée',
} as const

/** What a month shows of a line of a measure: the state shown, with the figures that made it. */
export interface PointMesure {
  readonly mois: Mois
  /** The snapshot of the month. */
  readonly instantane: Jour
  readonly surDouzeMois: boolean
  readonly valeur: number | null
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly ic_bas: number | null
  readonly ic_haut: number | null
  readonly statut: Statut | null
}
