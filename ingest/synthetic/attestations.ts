import type { Calendrier } from './calendrier.ts'
import { ATTESTATION } from './durees.ts'

/**
 * What a month's figures show of late certificates, for a law of delays between deposit and registration.
 * A demande counts in the month where its deposit is one month old, if it is registered by the month's last day:
 * one registered later than a month after its deposit is late for certain, and counts only where it is in by then.
 * Averaged over every day of deposit of a year.
 */
const peser = (delais: Float64Array, calendrier: Calendrier, annee: number): { aTemps: number; tardives: number } => {
  let aTemps = 0
  let tardives = 0
  const debut = calendrier.jour(annee, 1, 1)
  const fin = calendrier.jour(annee + 1, 1, 1)
  for (let depot = debut; depot < fin; depot++) {
    const limite = calendrier.plusMois(depot, ATTESTATION)
    const mois = calendrier.moisDe[limite] as number
    const instantane = calendrier.debutMois(mois + 1) - 1
    for (let d = 0; d < delais.length && depot + d <= instantane; d++) {
      if (depot + d <= limite) aTemps += delais[d] as number
      else tardives += delais[d] as number
    }
  }
  return { aTemps, tardives }
}

/** Share of late certificates for a guichet that certifies late a share `manquees` of what it registers within the month. */
export const tauxAttestations = (
  delais: Float64Array,
  manquees: number,
  calendrier: Calendrier,
  annee: number,
): number => {
  const { aTemps, tardives } = peser(delais, calendrier, annee)
  return (tardives + manquees * aTemps) / (aTemps + tardives)
}

/** The share to certify late among what is registered in time, so that the whole comes as near as can be to `voulu`. */
export const partManquee = (delais: Float64Array, voulu: number, calendrier: Calendrier, annee: number): number => {
  const { aTemps, tardives } = peser(delais, calendrier, annee)
  return Math.max(0.003, (voulu * (aTemps + tardives) - tardives) / aTemps)
}
