import type { Jour } from '../../ingest/socle/jour.ts'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'
import type { ActeVu } from '../../web/mesure-vue.ts'
import type { PointMesure } from '../../web/mesures.ts'

/** What letters tell of an indicator, from its own declaration. */
export type FicheDeLettre = Pick<FicheIndicateur, 'code' | 'libelle' | 'unite' | 'famille' | 'source' | 'correction'>

/** A line of a measure: its evidence, the twelve months before, those since. */
export interface LigneDeLettre {
  readonly libelle: string
  readonly fiche: FicheDeLettre
  readonly preuve: PointMesure & { readonly seuil: number | null; readonly empreinte: string }
  readonly avant: readonly PointMesure[]
  readonly depuis: readonly PointMesure[]
}

/** What a letter is made from: the measure as it stands once the act is done. */
export interface MesureDeLettre {
  readonly reference: string
  readonly service: string
  readonly territoire: string
  readonly lignes: readonly LigneDeLettre[]
  readonly ouverteLe: Jour
  readonly echeance: Jour
  readonly formaliseeLe: Jour | null
  readonly planRecu: Jour | null
  /** The due date of the message that the formal demand comes after. */
  readonly echeanceDuMessage: Jour
  readonly envoi: { readonly jour: Jour; readonly moyen: string } | null
  /** The oldest first. */
  readonly actes: readonly ActeVu[]
  readonly auteur: string
  readonly jour: Jour
  readonly adresse: string
  /** What was typed with the act. */
  readonly texte: string
  /** Where the lists of demandes are read, and until when, without a number; empty where none is joined. */
  readonly listes: string
}
