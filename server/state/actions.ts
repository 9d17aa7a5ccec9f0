/** What the audit log records, and how the page of the log says it. */
export const ACTIONS = {
  CONNEXION: 'Connexion',
  ECHEC_CONNEXION: 'Échec de connexion',
  VERROUILLAGE: 'Compte verrouillé',
  DECONNEXION: 'Déconnexion',
  REFUS: 'Accès refusé',
  CONSULTATION: 'Consultation de numéros',
  CONSULTATION_NOMS: 'Consultation de noms',
  EXPORT: 'Export de numéros',
  IMPORT: 'Chargement d’un instantané',
  CORRECTION: 'Correction déclarée par un guichet',
  REGLAGE: 'Réglage',
  CONTROLE: 'Contrôle mensuel tenu, signé ou rouvert',
  AGENDA: 'Réunion tenue à jour, obligation consignée ou calendrier ouvert',
  ANNOTATION: 'Note datée écrite ou retirée',
  COMPTE: 'Compte créé, modifié ou fermé',
  JETON: 'Jeton d’API créé ou révoqué',
  MOT_DE_PASSE: 'Mot de passe ou second facteur changé',
  REVUE: 'Revue des comptes signée',
  PURGE: 'Effacement au terme de la conservation',
  SAUVEGARDE: 'Sauvegarde',
  RESTAURATION: 'Restauration',
  DROIT_ACCES: 'Copie remise à un ménage',
  DROIT_RECTIFICATION: 'Rectification transmise au système national',
  PUBLICATION: 'Publication d’un rapport',
} as const

export type Action = keyof typeof ACTIONS
