import { formatPart } from '../ingest/socle/francais/format.ts'
import type { Jour } from '../ingest/socle/jour.ts'
import type { DemandeRapprochee } from '../metrics/doublons/demandes.ts'
import type { Cle, Paire } from '../metrics/doublons/lire.ts'
import { VERDICTS, type Verdict } from '../metrics/doublons/verdicts.ts'
import type { Contexte } from './contexte.ts'

/** A verdict as a page tells it. `le` is `AAAA-MM-JJTHH:MM`. */
export interface Avis {
  readonly verdict: Verdict
  readonly motif: string
  readonly par: string
  readonly le: string
}

/** A group in the list of those to qualify. */
export interface ResumeGroupe {
  readonly groupe: number
  readonly numeros: readonly string[]
  readonly guichets: readonly string[]
  readonly probabilite: number
  readonly cle: Cle
  /** Null until every pair of the group has the same verdict. */
  readonly verdict: Verdict | null
  /** Has a verdict, but for a demande that joined it since. */
  readonly augmente: boolean
  readonly forces: number
}

/** A guichet that some groups touch. */
export interface GuichetTouche {
  readonly code: string
  readonly libelle: string
  readonly groupes: number
}

/** Two demandes brought together that no group holds: one of them is a stranger to the other's group. */
export interface PaireIsolee {
  /** Each demande, and the group it has with others; null where it has none. */
  readonly demandes: readonly { readonly numero: string; readonly groupe: number | null }[]
  readonly guichets: readonly string[]
  readonly probabilite: number
  readonly cle: Cle
}

/** Who a demande is about, where the person may read it. */
export interface IdentiteLue {
  readonly nom: string | null
  readonly prenom: string | null
  readonly naissance: Jour | null
  readonly conjoint: string | null
  readonly telephone: string | null
  readonly courriel: string | null
  readonly codePostal: string | null
}

export interface DemandeCote extends DemandeRapprochee {
  /** Null where the person may not read names, or the snapshot has none. */
  readonly identite: IdentiteLue | null
}

export const MOTS_CLES: Readonly<Record<Cle, string>> = {
  IDENTIQUE: 'Identité identique',
  INVERSION: 'Nom et prénom échangés',
  GRAPHIE: 'Graphie ou faute de frappe',
  DATE: 'Date de naissance proche',
  CONJOINT: 'Conjoint de l’autre demande',
  CONTACT: 'Contact en commun',
  DEDUITE: 'Déduite d’autres paires',
}

export const MULTIPLES = ['', '', 'Doublon', 'Triplon', 'Quadruplon'] as const

/** Demandes above which a group is not proposed whole: a wrong verdict would cost too many households their seniority. */
export const GROUPE_MAX = 6

export const estTropGrand = (demandes: readonly unknown[]): boolean => demandes.length > GROUPE_MAX

export const nomMultiple = (n: number): string => MULTIPLES[n] ?? `${n} demandes`

/** States by which groups are chosen. */
export const FILTRES_GROUPES = {
  A_QUALIFIER: 'À qualifier',
  ...VERDICTS,
  TOUS: 'Tous',
} as const

/** Groups that one page shows. */
export const GROUPES_PAR_PAGE = 100

/** The choices of the list that its groups are opened with, so that the next one is of the same list. */
export const choixDe = ({ requete: { etat, cle, guichet, tri } }: Contexte) => ({ etat, cle, guichet, tri })

export type FiltreGroupes = keyof typeof FILTRES_GROUPES

export type PaireDuGroupe = Pick<
  Paire,
  'a' | 'b' | 'probabilite' | 'cle' | 'face' | 'deduite' | 'niveaux' | 'depart' | 'poids' | 'prudence' | 'par'
>

/** Nothing is sure: from 99,9 % on, that is all a page says. */
export const formatProbabilite = (p: number): string => (p > 0.999 ? `plus de ${formatPart(0.999)}` : formatPart(p))
