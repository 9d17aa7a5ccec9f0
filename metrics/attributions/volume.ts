import type { Cumuls } from '../stats/chain-ladder.ts'
import type { Achevement } from './achevement.ts'

/** How many leases are signed a day, and how much months depart from it. */
export interface Volume {
  readonly parJour: number
  readonly variance: number
  /** Shape of the months' gamma law around it: 1 / (squared coefficient of variation). Great where months are alike. */
  readonly forme: number
}

/** Months differ by 6 %, as sure as four months would say: what is supposed before any is seen. */
const VARIATION = 0.06 ** 2
const APPUI = 4
const VARIATION_MINIMUM = 4e-4
/** A month less recorded than this says little of its size; recent ones count more, by half every six months. */
const PART_UTILE = 0.4
const DEMI_VIE = 6

/**
 * Leases signed a day over the months of a triangle, from what is recorded and how complete it is; months before the first
 * record are no months. How much a month departs is learned from each month beside those before it.
 */
export const estimerVolume = (
  cumuls: Cumuls,
  longueurs: readonly number[],
  { parts, variances, surdispersions }: Achevement,
): Volume => {
  const n = cumuls.length
  const mois = cumuls.map((ligne, i) => {
    const age = n - 1 - i
    return { connues: ligne.at(-1) ?? 0, age, part: parts[age] ?? 1, longueur: longueurs[i] ?? 30 }
  })
  const premier = mois.findIndex(({ connues }) => connues > 0)
  let connues = 0
  let exposition = 0
  let ecarts = 0
  let poidsDesEcarts = 0
  for (const [i, m] of mois.entries()) {
    if (premier < 0 || i < premier) continue
    const attendues = exposition > 0 ? (connues / exposition) * m.longueur : 0
    if (attendues > 0 && i >= premier + 2 && m.part >= PART_UTILE) {
      const surdispersion = surdispersions[m.age] ?? 1
      const hasard =
        1 / attendues +
        (surdispersion * (1 / m.part - 1)) / attendues +
        (variances[m.age] ?? 0) +
        1 / Math.max(1, connues)
      const poids = 0.5 ** (m.age / DEMI_VIE)
      ecarts += poids * ((m.connues / (attendues * m.part) - 1) ** 2 - hasard)
      poidsDesEcarts += poids
    }
    connues += m.connues
    exposition += m.longueur * m.part
  }
  const parJour = exposition > 0 ? connues / exposition : 0
  const variation = Math.max(VARIATION_MINIMUM, (APPUI * VARIATION + ecarts) / (APPUI + poidsDesEcarts))
  const vus = premier < 0 ? 1 : n - premier
  return {
    parJour,
    variance: parJour ** 2 * (variation / vus + 1 / Math.max(1, connues)),
    forme: 1 / variation,
  }
}
