import {
  debutMois,
  finMois,
  type Jour,
  type Mois,
  moisDe,
  moisEntre,
  moisPlus,
  numeroDuJour,
  plusMois,
} from '../../ingest/socle/jour.ts'

/**
 * Months of signature that an estimate is fitted on. A snapshot keeps what was radiated in the twelve months before it:
 * the twelve months that end with its own are whole in it, those before have lost rows.
 */
export const MOIS_AJUSTES = 12

/** The twelve months of signature that end with a snapshot's, and the days on which each was as old as the snapshot's. */
export interface Fenetre {
  readonly instantane: Jour
  readonly mois: readonly Mois[]
  /** Days of each month, from 1970. */
  readonly debuts: readonly number[]
  readonly longueurs: readonly number[]
  /** The snapshot's day, then the same day of each month before it; a month's last day stays one. */
  readonly anniversaires: readonly number[]
}

export const fenetreDe = (instantane: Jour): Fenetre => {
  const dernier = moisDe(instantane)
  const mois = moisEntre(moisPlus(dernier, 1 - MOIS_AJUSTES), dernier)
  const enFin = finMois(dernier) === instantane
  return {
    instantane,
    mois,
    debuts: mois.map((m) => numeroDuJour(debutMois(m))),
    longueurs: mois.map((m) => Number(finMois(m).slice(8))),
    anniversaires: mois.map((_, k) => numeroDuJour(enFin ? finMois(moisPlus(dernier, -k)) : plusMois(instantane, -k))),
  }
}
