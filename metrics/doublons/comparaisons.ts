/** One comparison of two demandes: its levels from what differs to what agrees best, and how each is put in words. */
export interface Comparaison {
  readonly code: string
  readonly libelle: string
  readonly niveaux: readonly string[]
  /** Shares of the levels among duplicates, before the base has taught anything. */
  readonly doublons: readonly number[]
  /** The same between strangers. */
  readonly hasard: readonly number[]
  /** The same between two persons of one family. */
  readonly famille: readonly number[]
}

const NIVEAUX_NOM = ['différent', 'voisin', 'proche', 'à une lettre près', 'identique'] as const

/** What is compared, in the order in which profiles hold the levels. */
export const COMPARAISONS = [
  {
    code: 'nom',
    libelle: 'Nom de naissance',
    niveaux: NIVEAUX_NOM,
    doublons: [0.03, 0.01, 0.02, 0.09, 0.85],
    hasard: [0.967, 0.025, 0.005, 0.002, 0.001],
    famille: [0.967, 0.025, 0.005, 0.002, 0.001],
  },
  {
    code: 'prenom',
    libelle: 'Prénom',
    niveaux: NIVEAUX_NOM,
    doublons: [0.01, 0.01, 0.02, 0.09, 0.87],
    hasard: [0.95, 0.03, 0.01, 0.005, 0.005],
    famille: [0.95, 0.03, 0.01, 0.005, 0.005],
  },
  {
    code: 'naissance',
    libelle: 'Date de naissance',
    niveaux: [
      'différente',
      'même année seulement',
      'deux éléments sur trois',
      'à un chiffre près',
      'jour et mois échangés',
      'identique',
    ],
    doublons: [0.02, 0.01, 0.02, 0.05, 0.03, 0.87],
    hasard: [0.978, 0.018, 0.0024, 0.0015, 0.00005, 0.00005],
    famille: [0.978, 0.018, 0.0024, 0.0015, 0.00005, 0.00005],
  },
  {
    code: 'telephone',
    libelle: 'Téléphone',
    niveaux: ['différent', 'à un chiffre près', 'identique'],
    doublons: [0.45, 0.03, 0.52],
    hasard: [0.99998, 0.00001, 0.00001],
    famille: [0.68, 0.02, 0.3],
  },
  {
    code: 'courriel',
    libelle: 'Courriel',
    niveaux: ['différent', 'proche', 'identique'],
    doublons: [0.5, 0.03, 0.47],
    hasard: [0.99989, 0.0001, 0.00001],
    famille: [0.93, 0.02, 0.05],
  },
  {
    code: 'code_postal',
    libelle: 'Code postal',
    niveaux: ['différent', 'à un chiffre près', 'identique'],
    doublons: [0.25, 0.02, 0.73],
    hasard: [0.96, 0.02, 0.02],
    famille: [0.2, 0.02, 0.78],
  },
  {
    code: 'conjoint',
    libelle: 'Conjoint',
    niveaux: ['différent', 'le même'],
    doublons: [0.15, 0.85],
    hasard: [0.9999, 0.0001],
    famille: [0.98, 0.02],
  },
] as const satisfies readonly Comparaison[]

export type CodeComparaison = (typeof COMPARAISONS)[number]['code']

export const rangDe = (code: CodeComparaison): number =>
  COMPARAISONS.findIndex((comparaison) => comparaison.code === code)
