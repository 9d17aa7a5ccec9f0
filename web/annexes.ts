import type { Jour, Mois } from '../ingest/socle/jour.ts'
import type { FicheIndicateur } from './fiche-indicateur.ts'

/** Where a list of demandes joined to a measure stands. */
export const ETATS_ANNEXE = { EN_COURS: 'À lire', EXPIREE: 'Expirée', RETIREE: 'Retirée' } as const

export type EtatAnnexe = keyof typeof ETATS_ANNEXE

/** What is done of such a list. */
export const ACTES_ANNEXE = { JOINDRE: 'Jointe', RENOUVELER: 'Renouvelée', RETIRER: 'Retirée' } as const

export type ActeAnnexe = keyof typeof ACTES_ANNEXE

export interface ActeAnnexeVu {
  readonly acte: ActeAnnexe
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
  /** The last day on which it was to be read; null for one that takes it away. */
  readonly expireLe: Jour | null
}

/** A list joined to a line of a measure, without what it lists. */
export interface AnnexeVue {
  readonly id: number
  readonly ligne: number
  readonly niveau: 'GUICHET' | 'SERVICE'
  readonly entite: string
  readonly libelle: string
  readonly fiche: Pick<FicheIndicateur, 'code' | 'libelle' | 'unite'>
  readonly mois: Mois
  readonly surDouzeMois: boolean
  readonly instantane: Jour
  readonly etat: EtatAnnexe
  /** The last day on which it is read, or was to be. */
  readonly expireLe: Jour
  /** The day it was taken away; null where it was not. */
  readonly retireeLe: Jour | null
  /** The oldest first. */
  readonly actes: readonly ActeAnnexeVu[]
  /** What the person may do of it. */
  readonly possibles: readonly ActeAnnexe[]
}
