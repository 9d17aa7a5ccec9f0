import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import { estCorrigee, type LigneSuivie, sansAmelioration } from './amelioration.ts'
import type { Situation } from './situation.ts'

/** What acts are judged by: where the measure stands, the day, and what the snapshots show since. */
export interface FaitsMesure extends Situation {
  readonly aujourdhui: Jour
  /** Two snapshots came after the plan, and a line was better in neither. */
  readonly sansAmelioration: boolean
  /** Every line is out of alert two months running. */
  readonly corrigee: boolean
}

export const faitsDe = (
  situation: Situation,
  aujourdhui: Jour,
  lignes: readonly LigneSuivie[],
  deuxMois: readonly Mois[],
): FaitsMesure => ({
  ...situation,
  aujourdhui,
  sansAmelioration: situation.planRecu !== null && sansAmelioration(lignes, situation.planRecu),
  corrigee: estCorrigee(lignes, deuxMois),
})

/** What a person typed of an act; what the act does not ask is empty. */
export interface SaisieMesure {
  readonly texte: string
  readonly plan: string
  readonly jour: Jour | null
  readonly code: string | null
  /** The other measure that this one is put with, once it is known to be one. */
  readonly autre: number | null
}

export const RIEN_DE_SAISI: SaisieMesure = { texte: '', plan: '', jour: null, code: null, autre: null }

export const estPassee = ({ aujourdhui, echeance }: Pick<FaitsMesure, 'aujourdhui' | 'echeance'>): boolean =>
  aujourdhui > echeance
