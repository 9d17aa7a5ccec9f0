/** The documents that a territory writes for its services, as its addresses name them. */
export const CHARTES = {
  saisie: { libelle: 'Charte de saisie', court: 'Charte', adhesion: true },
  qualite: { libelle: 'Charte de qualité de service', court: 'Charte de qualité', adhesion: true },
  'dossier-unique': { libelle: 'Règles du dossier unique', court: 'Dossier unique', adhesion: false },
} as const

export type CodeCharte = keyof typeof CHARTES

export const CODES_CHARTES = Object.keys(CHARTES) as readonly CodeCharte[]

export const estCharte = (code: string): code is CodeCharte => Object.hasOwn(CHARTES, code)

/** Those that a service adheres to with its convention (art. 2.3). */
export const CHARTES_A_ADHESION = CODES_CHARTES.filter((code) => CHARTES[code].adhesion)

export interface Article {
  readonly titre: string
  readonly texte: string
  /** Codes of the indicators that show whether it is followed. */
  readonly indicateurs: readonly string[]
}

export const ETATS_CHARTE = { BROUILLON: 'Brouillon', VALIDEE: 'Validée', ABANDONNEE: 'Abandonnée' } as const

export type EtatCharte = keyof typeof ETATS_CHARTE

export const ACTES_CHARTE = {
  OUVRIR: 'Nouvelle version ouverte',
  REDIGER: 'Articles rédigés',
  VALIDER: 'Validée par le comité de pilotage',
  ABANDONNER: 'Version abandonnée',
} as const

export type ActeCharte = keyof typeof ACTES_CHARTE
