import type { Cumuls } from '../stats/chain-ladder.ts'
import { annoncer, type DemiVie } from './hasard.ts'

/** From « all months count alike » to « the last three weeks above all ». */
const DEMI_VIES: readonly DemiVie[] = [Number.POSITIVE_INFINITY, 6, 3, 1.5, 0.75]
const DIAGONALES = 3
const AGE_MAXIMUM = 5
/** How much more likely recency must make what came, in logarithm, before the past is forgotten at all; then each step. */
const MARGE = 3
const MARGE_SUIVANTE = 0.5

const vraisemblance = (cumuls: Cumuls, demiVie: DemiVie): number =>
  annoncer(cumuls, DIAGONALES, demiVie, AGE_MAXIMUM).reduce(
    (total, { connues, nouvelles, part }) =>
      total + nouvelles * Math.log(part) + (connues - nouvelles) * Math.log(1 - part),
    0,
  )

/**
 * How fast the past must be forgotten: not at all, unless the last three diagonals are far better announced by recent
 * months than by all. A landlord that changed its habit is followed that way within a few months.
 */
export const choisirDemiVie = (cumuls: Cumuls): DemiVie => {
  let choisie = DEMI_VIES[0] ?? Number.POSITIVE_INFINITY
  let meilleure = vraisemblance(cumuls, choisie)
  for (const demiVie of DEMI_VIES.slice(1)) {
    const essai = vraisemblance(cumuls, demiVie)
    if (essai <= meilleure + (choisie === Number.POSITIVE_INFINITY ? MARGE : MARGE_SUIVANTE)) continue
    choisie = demiVie
    meilleure = essai
  }
  return choisie
}
