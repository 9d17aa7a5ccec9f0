/** What a guichet may ask of the gestionnaire, one file each in `sortes`, in the order in which they are offered. */
export const CODES_SORTES = [
  'DOUBLON',
  'IDENTITE',
  'RADIATION',
  'REFUS_ENREGISTREMENT',
  'ATTESTATION_NON_RECUE',
  'PIECE_REDEMANDEE',
  'DETOURNEMENT',
  'COORDONNEES',
  'QUESTION',
] as const

export type CodeSorte = (typeof CODES_SORTES)[number]

/** What delays are measured by: complaints are measured together, whatever they are of. */
export const FAMILLES_DEMARCHE = {
  DOUBLON: 'Doublons signalés',
  CORRECTION: 'Corrections demandées',
  RECLAMATION: 'Réclamations',
  QUESTION: 'Questions',
} as const

export type FamilleDemarche = keyof typeof FAMILLES_DEMARCHE

/** The steps of a démarche, in words. */
export const ETATS_DEMARCHE = {
  RECUE: 'Reçue',
  EN_COURS: 'En cours',
  TRANSMISE: 'Transmise au support national',
  ACCEPTEE: 'Acceptée',
  FAITE: 'Faite',
  CONFIRMEE: 'Confirmée par un instantané',
  REPONDUE: 'Répondue',
  REFUSEE: 'Refusée',
  RETIREE: 'Retirée',
} as const

export type EtatDemarche = keyof typeof ETATS_DEMARCHE

/** What is done of a démarche, as its history tells it. */
export const ACTES_DEMARCHE = {
  DEPOSER: 'Envoyée',
  RETIRER: 'Retirée par son auteur',
  PRENDRE: 'Prise en charge',
  ACCEPTER: 'Acceptée',
  REFUSER: 'Refusée',
  FAIRE: 'Faite',
  CONFIRMER: 'Confirmée',
  TRANSMETTRE: 'Transmise au support national',
  REPONDRE: 'Répondue',
} as const

export type ActeDemarche = keyof typeof ACTES_DEMARCHE

/** Where démarches are looked for: by what they wait for, and the question desk by itself. */
export const LISTES_DEMARCHES = {
  ATTENTE: 'À traiter',
  SUIVIES: 'Acceptées, à confirmer',
  TERMINEES: 'Terminées',
  QUESTIONS: 'Questions',
} as const

export type ListeDemarches = keyof typeof LISTES_DEMARCHES

/** The same, for the service that sent them. */
export const LISTES_DU_GUICHET: Readonly<Record<ListeDemarches, string>> = {
  ...LISTES_DEMARCHES,
  ATTENTE: 'En attente',
}

/** Who sends démarches, and who reads them. */
export type RoleDemarche = 'gestionnaire' | 'etat' | 'guichet'

export const estSorte = (code: string | undefined): code is CodeSorte =>
  code !== undefined && (CODES_SORTES as readonly string[]).includes(code)

export const estListe = (code: string | undefined): code is ListeDemarches =>
  code !== undefined && Object.hasOwn(LISTES_DEMARCHES, code)

/** The path of the form of a kind. */
export const cheminDeLaSorte = (code: CodeSorte): string =>
  `/demarches/nouvelle/${code.toLowerCase().replaceAll('_', '-')}`

/** The kind that a path names; undefined where it names none. */
export const sorteDuChemin = (morceau: string): CodeSorte | undefined =>
  CODES_SORTES.find((code) => cheminDeLaSorte(code) === `/demarches/nouvelle/${morceau}`)
