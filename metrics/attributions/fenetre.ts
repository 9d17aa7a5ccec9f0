import {
  debutMois,
  finMois,
  type Jour,
  jourDuNumero,
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

/** The twelve months of signature that end with a snapshot's, and the days on which each was as old as at its extraction. */
export interface Fenetre {
  readonly instantane: Jour
  readonly mois: readonly Mois[]
  /** Days of each month, from 1970. */
  readonly debuts: readonly number[]
  readonly longueurs: readonly number[]
  /** The day of its extraction, then the same day of each month before it; a month's last day stays one. */
  readonly anniversaires: readonly number[]
  /** Day of the snapshot before it; null without. What is irregular since is seen for the first time. */
  readonly precedent: number | null
}

/** Days after a snapshot's date on which it may have been extracted: beyond, and after as many without any record, dates are wrong. */
const RETARD_MAXIMUM = 45
const VIDE_MAXIMUM = 7

/**
 * The day that a snapshot was extracted on, by its records: its date, or the last of the days that follow it without a week
 * between two.
 */
export const extractionDe = (instantane: Jour, saisies: readonly (number | null)[]): Jour => {
  const date = numeroDuJour(instantane)
  let dernier = date
  for (const jour of saisies.filter((jour) => jour !== null).sort((a, b) => a - b))
    if (jour > dernier && jour <= dernier + VIDE_MAXIMUM && jour <= date + RETARD_MAXIMUM) dernier = jour
  return jourDuNumero(dernier)
}

export const fenetreDe = (instantane: Jour, extraction: Jour = instantane, precedent: Jour | null = null): Fenetre => {
  const dernier = moisDe(instantane)
  const mois = moisEntre(moisPlus(dernier, 1 - MOIS_AJUSTES), dernier)
  const moisExtrait = moisDe(extraction)
  const enFin = finMois(moisExtrait) === extraction
  return {
    instantane,
    mois,
    debuts: mois.map((m) => numeroDuJour(debutMois(m))),
    longueurs: mois.map((m) => Number(finMois(m).slice(8))),
    anniversaires: mois.map((_, k) =>
      numeroDuJour(enFin ? finMois(moisPlus(moisExtrait, -k)) : plusMois(extraction, -k)),
    ),
    precedent: precedent === null ? null : numeroDuJour(precedent),
  }
}
