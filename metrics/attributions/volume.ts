import type { Cumuls } from '../stats/chain-ladder.ts'
import type { Achevement } from './achevement.ts'
import { ALLURES, type Allure, annoncerRythme, type MoisVu } from './allure.ts'

/** How many leases are signed a day in each month of a triangle, and how much months depart from it. */
export interface Volume {
  readonly parJour: readonly number[]
  readonly variances: readonly number[]
  /** Shape of the months' gamma law around it: 1 / (squared coefficient of variation). Great where months are alike. */
  readonly forme: number
}

/** Months differ by 4.5 %, as sure as four months would say: what is supposed before any is seen. */
const VARIATION = 0.045 ** 2
const APPUI = 4
const VARIATION_MINIMUM = 1e-4
/** A month less recorded than this says little of its size; recent ones count more, by half every six months. */
const PART_UTILE = 0.4
const DEMI_VIE = 6
/** Months before a month from which its pace is announced well enough to be judged by it. */
const RECUL = 2
/** How much better a trend or a season must announce the months, in half log-likelihood, before there is one. */
const MARGE = 3

interface Essai {
  readonly allure: Allure
  /** Minus the log-likelihood of the months as announced, up to a constant. */
  readonly cout: number
  readonly variation: number
}

/** How well a gait announces each month by those before it, and by how much months depart from it beyond chance. */
const essayer = (mois: readonly MoisVu[], premier: number, allure: Allure): Essai => {
  let ecarts = 0
  let poidsDesEcarts = 0
  let cout = 0
  for (const [i, m] of mois.entries()) {
    if (i < premier + RECUL || m.part < PART_UTILE) continue
    const { parJour, variance } = annoncerRythme(mois.slice(premier, i), m, allure, VARIATION)
    const attendues = parJour * m.longueur
    if (attendues <= 0) continue
    const hasard = m.hasard(attendues) + variance / parJour ** 2
    const ecart = (m.connues / (attendues * m.part) - 1) ** 2
    const poids = 0.5 ** (m.age / DEMI_VIE)
    ecarts += poids * (ecart - hasard)
    poidsDesEcarts += poids
    cout += (Math.log(hasard + VARIATION) + ecart / (hasard + VARIATION)) / 2
  }
  const variation = Math.max(VARIATION_MINIMUM, (APPUI * VARIATION + ecarts) / (APPUI + poidsDesEcarts))
  return { allure, cout, variation }
}

/**
 * Leases signed a day in each month of a triangle, from what is recorded and how complete it is; months before the first
 * record are no months. It is constant, unless a trend, or a season that recent months show, announces the months far
 * better. How much a month departs is learned from each month beside those before it.
 */
export const estimerVolume = (
  cumuls: Cumuls,
  longueurs: readonly number[],
  { parts, variances, surdispersions }: Achevement,
): Volume => {
  const n = cumuls.length
  const mois = cumuls.map((ligne, i): MoisVu => {
    const age = n - 1 - i
    const part = parts[age] ?? 1
    return {
      rang: i,
      age,
      part,
      connues: ligne.at(-1) ?? 0,
      longueur: longueurs[i] ?? 30,
      hasard: (attendues) =>
        1 / attendues + ((surdispersions[age] ?? 1) * (1 / part - 1)) / attendues + (variances[age] ?? 0),
    }
  })
  const trouve = mois.findIndex(({ connues }) => connues > 0)
  const premier = trouve < 0 ? n : trouve
  const [constante, ...autres] = ALLURES.map((allure) => essayer(mois, premier, allure)) as [Essai, ...Essai[]]
  const meilleure = autres.reduce((a, b) => (b.cout < a.cout ? b : a), constante)
  const { allure, variation } = meilleure.cout < constante.cout - MARGE ? meilleure : constante
  const vus = mois.slice(premier)
  const rythmes = mois.map((m) =>
    m.rang < premier ? { parJour: 0, variance: 0 } : annoncerRythme(vus, m, allure, variation),
  )
  return {
    parJour: rythmes.map(({ parJour }) => parJour),
    variances: rythmes.map(({ variance }) => variance),
    forme: 1 / variation,
  }
}
