/** What the gestionnaire does that no record of its own shows. */
export const SORTES_ACTIVITE = {
  SUPPORT: 'Support aux services',
  FORMATION: 'Formation',
  REUNION: 'Réunion',
  CHARTES: 'Promotion des chartes',
} as const

export type SorteActivite = keyof typeof SORTES_ACTIVITE

/** The rights that a person exercises on the data held of it (GDPR, art. 15 to 17). */
export const SORTES_DROIT = {
  ACCES: 'Accès',
  RECTIFICATION: 'Rectification',
  EFFACEMENT: 'Effacement',
} as const

export type SorteDroit = keyof typeof SORTES_DROIT

export const ETATS_DROIT = {
  RECUE: 'À répondre',
  PROLONGEE: 'Prolongée',
  REPONDUE: 'Répondue',
  RETIREE: 'Retirée',
} as const

export type EtatDroit = keyof typeof ETATS_DROIT

export const ACTES_DROIT = {
  RECEVOIR: 'Reçue',
  PROLONGER: 'Délai prolongé',
  REPONDRE: 'Réponse envoyée',
  ROUVRIR: 'Rouverte',
  RETIRER: 'Retirée',
} as const

export type ActeDroit = keyof typeof ACTES_DROIT
