import type { Jour } from '../ingest/socle/jour.ts'
import type {
  ActeHabilitation,
  BilanRevue,
  EtatCampagne,
  EtatHabilitation,
  EtatReponse,
  MotifSignalement,
  ReponseLigne,
  SorteHabilitation,
} from './habilitations.ts'

/** What was done, as a page tells it. */
export interface ActeVu {
  readonly libelle: string
  /** The facts of it, in words; empty without. */
  readonly precision: string
  readonly texte: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** An access to the national system, as pages take it. */
export interface HabilitationVue {
  readonly id: number
  readonly sorte: SorteHabilitation
  /** Code of the agent's service; null for another body. */
  readonly service: string | null
  /** Of the service, or null. */
  readonly serviceLibelle: string | null
  /** The agent, or the other body. */
  readonly nom: string
  readonly profil: string
  readonly baseLegale: string | null
  readonly etat: EtatHabilitation
  readonly ouverteLe: Jour
  readonly closeLe: Jour | null
  readonly confirmeeLe: Jour | null
  readonly signalement: { readonly motif: MotifSignalement; readonly le: Jour; readonly departLe: Jour | null } | null
  /** Of a departure: the day it is to be closed, the days past it, whether that is an alert. */
  readonly depart: { readonly due: Jour; readonly jours: number; readonly alerte: boolean } | null
  readonly certificat: {
    readonly dernierJour: Jour
    /** Days left, negative once expired; null as long as nothing is recalled. */
    readonly rappel: { readonly reste: number; readonly seuil: number } | null
  } | null
  readonly actes: readonly ActeVu[]
  /** The acts that the reader has at this step. */
  readonly possibles: readonly ActeHabilitation[]
}

/** Where a service's answer to a review stands. */
export interface ReponseVue {
  readonly service: string
  readonly libelle: string
  readonly etat: EtatReponse
  /** Agents to be told of, and those of whom something is said; of an answer signed, all of them. */
  readonly agents: number
  readonly repondus: number
  readonly relances: readonly Jour[]
  readonly signee: {
    readonly le: Jour
    readonly par: string
    readonly bilan: BilanRevue
    /** Whom a paper answer came from; empty for one signed here. */
    readonly papier: string
  } | null
}

/** A review of the habilitations. */
export interface CampagneVue {
  readonly id: number
  readonly annee: number
  readonly etat: EtatCampagne
  readonly lanceeLe: Jour
  readonly echeance: Jour
  /** It is under way and its date is past. */
  readonly enRetard: boolean
  readonly termineeLe: Jour | null
  readonly reponses: readonly ReponseVue[]
  readonly actes: readonly ActeVu[]
}

/** A line of the review of a service: an agent, and what is said of it so far. */
export interface LigneRevue {
  readonly id: number
  readonly agent: string
  readonly profil: string
  readonly ouverteLe: Jour
  readonly reponse: ReponseLigne | null
}

/** The review of one service: whom it is to tell of, and what was done. */
export interface RevueServiceVue {
  readonly campagne: Pick<CampagneVue, 'id' | 'annee' | 'etat' | 'lanceeLe' | 'echeance'>
  readonly reponse: ReponseVue
  readonly lignes: readonly LigneRevue[]
  readonly actes: readonly ActeVu[]
}
