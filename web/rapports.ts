/** Whom a semester report is for. */
export const DESTINATAIRES = ['prefet', 'partenaires', 'copil'] as const

export type Destinataire = (typeof DESTINATAIRES)[number]

/** How each is called, and after which obligation of the calendar. */
export const RAPPORTS = {
  prefet: { libelle: 'Compte rendu au préfet', obligation: 'COMPTE_RENDU_PREFET' },
  partenaires: { libelle: 'Bilan aux partenaires', obligation: 'BILAN_PARTENAIRES' },
  copil: { libelle: 'Dossier du comité de pilotage', obligation: null },
} as const

export const ETATS_RAPPORT = {
  BROUILLON: 'Brouillon',
  SOUMIS: 'En relecture',
  RELU: 'Relu',
  PUBLIE: 'Publié',
} as const

export type EtatRapport = keyof typeof ETATS_RAPPORT

/** Acts, as what was done. */
export const ACTES_RAPPORT = {
  OUVRIR: 'Brouillon commencé',
  ECRIRE: 'Texte écrit',
  SOUMETTRE: 'Soumis à la relecture',
  VALIDER: 'Relu et validé',
  RENVOYER: 'Renvoyé avec des remarques',
  REPRENDRE: 'Repris en brouillon',
  PUBLIER: 'Publié',
  CORRIGER: 'Version corrective commencée',
  ABANDONNER: 'Correction abandonnée',
} as const

export type ActeRapport = keyof typeof ACTES_RAPPORT

/** What the application proposes from the figures, and the gestionnaire words: each report has its own. */
export const CHAMPS_PROPOSES = ['titre', 'faits_marquants', 'decisions'] as const

export type ChampPropose = (typeof CHAMPS_PROPOSES)[number]

export const estChampPropose = (champ: string): champ is ChampPropose =>
  CHAMPS_PROPOSES.some((propose) => propose === champ)

export const LONGUEUR_D_UN_CHAMP = 6000

/** The forms in which a report is kept, as a person knows them. */
export const FORMES_PUBLIEES = [
  ['pdf', 'PDF'],
  ['docx', 'Word (DOCX)'],
  ['html', 'Page web (HTML)'],
  ['xlsx', 'Excel (XLSX)'],
  ['ods', 'LibreOffice (ODS)'],
  ['json', 'JSON'],
] as const
