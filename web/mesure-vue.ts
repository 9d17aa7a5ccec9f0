import type { Jour } from '../ingest/socle/jour.ts'
import type { Niveau } from '../metrics/resultat.ts'
import type { AnnexeVue } from './annexes.ts'
import type { DocumentVu } from './documents.ts'
import type { FicheIndicateur } from './fiche-indicateur.ts'
import type { ActeMesure, EtatMesure, PointMesure } from './mesures.ts'

/** The evidence of a line, frozen. */
export interface PreuveVue extends PointMesure {
  readonly seuil: number | null
  /** Of the snapshot, in full. */
  readonly empreinte: string
  readonly figeeLe: Jour
}

/** A line of a measure: what was frozen, and what months show before and since. */
export interface LigneMesureVue {
  readonly id: number
  readonly niveau: Niveau
  /** Null where the service goes by a number. */
  readonly entite: string | null
  readonly libelle: string
  readonly fiche: Pick<FicheIndicateur, 'code' | 'libelle' | 'unite'>
  readonly preuve: PreuveVue
  /** The twelve months before, frozen too. */
  readonly avant: readonly PointMesure[]
  /** The months after the frozen one. */
  readonly depuis: readonly PointMesure[]
  /** Whether the latest month is better than what was frozen; null where none came yet. */
  readonly amelioree: boolean | null
}

export interface ActeVu {
  readonly id: number
  readonly acte: ActeMesure
  readonly libelle: string
  readonly vers: EtatMesure
  readonly jour: Jour | null
  /** Why it was closed, how it was sent, what was decided, in words; empty where the act says none. */
  readonly precision: string
  /** The measure that it was put with, for who sees that one. */
  readonly autre: { readonly id: number; readonly reference: string } | null
  readonly texte: string
  readonly plan: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

/** An act that the person has at this step, and what it lacks. */
export interface ActePossible {
  readonly acte: ActeMesure
  readonly manque: string | null
}

export interface PropositionVue {
  /** Null: to wait. */
  readonly acte: ActeMesure | null
  readonly titre: string
  readonly raison: string
}

/** A measure, as a person reads it. */
export interface MesureVue {
  readonly id: number
  readonly reference: string
  /** Its code; null where the service goes by a number. */
  readonly service: string | null
  readonly nom: string
  readonly etat: EtatMesure
  readonly ouverteLe: Jour
  readonly echeance: Jour
  readonly enRetard: boolean
  readonly planRecu: Jour | null
  readonly observationsRecues: Jour | null
  /** Those received since the demand was made formal. */
  readonly observationsSurDemande: Jour | null
  readonly formaliseeLe: Jour | null
  readonly signaleeLe: Jour | null
  readonly closeLe: Jour | null
  readonly lignes: readonly LigneMesureVue[]
  /** The oldest first. */
  readonly actes: readonly ActeVu[]
  /** The oldest first; none for who is not told whose the measure is. */
  readonly documents: readonly DocumentVu[]
  /** The lists of demandes joined, for who sees numbers. */
  readonly annexes: readonly AnnexeVue[]
  /** For who keeps the measure. */
  readonly proposition: PropositionVue | null
  readonly possibles: readonly ActePossible[]
}

/** A line that two alerts in three months propose a measure for. */
export interface LigneProposee {
  readonly niveau: 'GUICHET' | 'SERVICE'
  readonly entite: string
  readonly libelle: string
  readonly fiche: Pick<FicheIndicateur, 'code' | 'libelle' | 'unite'>
  readonly alertes: number
  readonly valeur: number | null
  readonly denominateur: number | null
  readonly seuil: number | null
}
