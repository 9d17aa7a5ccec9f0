import type { Cumuls } from '../stats/chain-ladder.ts'

/**
 * How each month of signature departs from the common pace, by its age: with an exponent of 2, what the common pace says
 * is recorded is squared; under 1, the month is ahead.
 */
export interface Glissement {
  readonly exposants: readonly number[]
  readonly variances: readonly number[]
}

/** Months follow each other: what one departs by, the next starts from, more or less. */
const DERIVES = [0, 0.01, 0.04, 0.16, 0.5] as const
/** How much better a drift must announce the months, in half log-likelihood, before there is one; then each step. */
const MARGE = 3
const MARGE_SUIVANTE = 0.3
/** The first month departs from the common pace by so much, and counts vary this much more than a draw. */
const VARIANCE_INITIALE = 0.05 ** 2
const SURDISPERSION = 1.5
const EXPOSANT_MINIMUM = 0.02
/** Under this many expected, a month says nothing of its pace. */
const ATTENDUES_MINIMUM = 1

interface Suivi extends Glissement {
  /** Minus the log-likelihood of the months' departures, up to a constant. */
  readonly cout: number
}

/** Follows the departures from the oldest month to the latest, by a scalar Kalman filter. */
const suivre = (cumuls: Cumuls, hasards: readonly number[], derive: number): Suivi => {
  const exposants: number[] = []
  const variances: number[] = []
  let exposant = 1
  let variance = VARIANCE_INITIALE
  let cout = 0
  for (const ligne of cumuls) {
    variance += derive
    let venues = 0
    let attendues = 0
    for (let age = 1; age < ligne.length; age++) {
      venues += (ligne[age] ?? 0) - (ligne[age - 1] ?? 0)
      attendues += (hasards[age] ?? 0) * (ligne[age] ?? 0)
    }
    if (attendues >= ATTENDUES_MINIMUM) {
      const ecart = venues / attendues - exposant
      const totale = variance + (SURDISPERSION * Math.max(exposant, 0.2)) / attendues
      cout += (Math.log(totale) + ecart ** 2 / totale) / 2
      const gain = variance / totale
      exposant = Math.max(EXPOSANT_MINIMUM, exposant + gain * ecart)
      variance *= 1 - gain
    }
    exposants.unshift(exposant)
    variances.unshift(variance)
  }
  return { exposants, variances, cout }
}

/**
 * The departures of a triangle's months from its common hazards, by age. The share recorded of a month is the common one
 * to the power of its exponent: reversed hazards are proportional. None is seen unless it announces the months clearly
 * better: a landlord that slows down is followed from its first late month on.
 *
 * Source: Gupta & Gupta 2007, Journal of Statistical Planning and Inference 137:3525 (proportional reversed hazards).
 */
export const estimerGlissement = (cumuls: Cumuls, hasards: readonly number[]): Glissement => {
  let [meilleur, derive]: [Suivi, number] = [suivre(cumuls, hasards, 0), 0]
  for (const candidate of DERIVES.slice(1)) {
    const essai = suivre(cumuls, hasards, candidate)
    if (essai.cout >= meilleur.cout - (derive === 0 ? MARGE : MARGE_SUIVANTE)) continue
    meilleur = essai
    derive = candidate
  }
  return { exposants: meilleur.exposants, variances: meilleur.variances }
}
