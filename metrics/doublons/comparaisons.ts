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

/** A level added later stands last, whatever it is worth: those kept by earlier searches keep their sense. */
const NIVEAUX_NOM = [
  'différent',
  'voisin',
  'proche',
  'à une lettre près',
  'identique',
  'le même, écrit en partie',
] as const

/** Level of two first names that the base attests as two, or of which a word differs. */
export const AUTRE_PRENOM = 6

/** What is compared, in the order in which profiles hold the levels. */
export const COMPARAISONS = [
  {
    code: 'nom',
    libelle: 'Nom de naissance',
    niveaux: NIVEAUX_NOM,
    doublons: [0.03, 0.01, 0.02, 0.09, 0.84, 0.01],
    hasard: [0.966, 0.025, 0.005, 0.002, 0.001, 0.001],
    famille: [0.966, 0.025, 0.005, 0.002, 0.001, 0.001],
  },
  {
    code: 'prenom',
    libelle: 'Prénom',
    niveaux: [...NIVEAUX_NOM, 'un autre prénom'],
    doublons: [0.01, 0.01, 0.02, 0.09, 0.86, 0.009, 0.001],
    hasard: [0.926, 0.03, 0.01, 0.005, 0.005, 0.004, 0.02],
    famille: [0.926, 0.03, 0.01, 0.005, 0.005, 0.004, 0.02],
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
      'même année, jour de convention',
    ],
    doublons: [0.02, 0.01, 0.02, 0.05, 0.03, 0.865, 0.005],
    hasard: [0.977, 0.018, 0.0024, 0.0015, 0.00005, 0.00005, 0.001],
    famille: [0.977, 0.018, 0.0024, 0.0015, 0.00005, 0.00005, 0.001],
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
