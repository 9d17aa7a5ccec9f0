import type { PopulationTiree } from '../metrics/echantillons/tirer.ts'
import type { Repartition } from '../metrics/stats/allocation.ts'

/** Which demandes of a snapshot a sample is drawn from. */
export const POPULATIONS: Readonly<Record<PopulationTiree, string>> = {
  ACTIVES: 'Demandes actives',
  ENREGISTREES: 'Demandes enregistrées dans le mois',
  RADIEES: 'Demandes radiées dans le mois',
}

/** What each population lets control, as the form that draws says it. */
export const POURQUOI_POPULATION: Readonly<Record<PopulationTiree, string>> = {
  ACTIVES: 'ce que le stock vaut aujourd’hui',
  ENREGISTREES: 'la saisie et les pièces des nouvelles demandes',
  RADIEES: 'les motifs de radiation et leurs preuves',
}

export const STRATES = { GUICHET: 'Guichet', CATEGORIE: 'Catégorie de guichet' } as const

export type SorteDeStrate = keyof typeof STRATES

export const REPARTITIONS: Readonly<Record<Repartition, string>> = {
  PROPORTIONNELLE: 'À proportion des demandes',
  EGALE: 'Autant par strate',
}

export const ETATS_ECHANTILLON = { TIRE: 'Tiré', EN_COURS: 'En cours', CLOS: 'Clos' } as const

export type EtatEchantillon = keyof typeof ETATS_ECHANTILLON

export const ACTES_ECHANTILLON = {
  TIRER: 'Échantillon tiré',
  REMPLIR: 'Première fiche remplie',
  CLORE: 'Échantillon clos',
  ROUVRIR: 'Échantillon rouvert',
} as const

export type ActeEchantillon = keyof typeof ACTES_ECHANTILLON

/** What a person finds of a demande, its record in the national system beside its pieces. */
export const CONSTATS = {
  CONFORME: 'Conforme',
  NON_CONFORME: 'Non conforme',
  NON_VERIFIABLE: 'Non vérifiable',
} as const

export type Constat = keyof typeof CONSTATS

export const REPONSES = { OUI: 'Oui', NON: 'Non', NON_VERIFIABLE: 'Non vérifiable' } as const

export type Reponse = keyof typeof REPONSES

/** A question that figures cannot answer: which answer to it is a fault. */
export interface QuestionEchantillon {
  readonly code: string
  readonly libelle: string
  readonly defaut: 'OUI' | 'NON'
}

/** The questions that a territory asks until it decides otherwise. */
export const QUESTIONS_D_ORIGINE: readonly QuestionEchantillon[] = [
  { code: 'PIECE_IDENTITE', libelle: 'La pièce d’identité est vue', defaut: 'NON' },
  { code: 'RELANCE', libelle: 'Le formulaire incomplet a été relancé', defaut: 'NON' },
  { code: 'DEPOT_15_JOURS', libelle: 'Les pièces sont déposées sous 15 jours (dossier unique)', defaut: 'NON' },
  { code: 'COMMENTAIRES', libelle: 'Les champs « Commentaires » sont conformes (CNIL)', defaut: 'NON' },
  { code: 'CRITERE_PROHIBE', libelle: 'Aucun critère prohibé n’est retenu (code pénal, 225-1)', defaut: 'NON' },
  { code: 'REFUS_A_TORT', libelle: 'La demande a été refusée à tort', defaut: 'OUI' },
]

/** The verdict on the record itself, told among the questions: its code is none of theirs. */
export const CONFORMITE = { code: 'CONFORMITE', libelle: 'L’enregistrement est conforme aux pièces' } as const

/** A form filled of a demande, without its number. */
export interface FicheRemplie {
  readonly constat: Constat
  /** The field that is wrong, as the contract names it; empty where none is. */
  readonly champ: string
  readonly reponses: Readonly<Record<string, Reponse>>
}

/** Whether a form tells a fault: of the record, or as an answer to a question. */
export const aUnDefaut = ({ constat, reponses }: FicheRemplie, questions: readonly QuestionEchantillon[]): boolean =>
  constat === 'NON_CONFORME' || questions.some(({ code, defaut }) => reponses[code] === defaut)

/** The movements of civility: what a person saw of each. */
export const CONSTATS_CIVILITE = {
  PIECE_VUE: 'Pièce vue',
  PIECE_ABSENTE: 'Pièce absente',
  SUSPECTE: 'Suspecte',
} as const

export type ConstatCivilite = keyof typeof CONSTATS_CIVILITE
