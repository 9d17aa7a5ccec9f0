import type { Cumuls } from '../stats/chain-ladder.ts'
import { choisirDemiVie } from './demi-vie.ts'
import { estimerGlissement } from './glissement.ts'
import { annoncer, compterAge, type DemiVie, parcourirAge } from './hasard.ts'

/** How complete a month of signature is at each age in months, with what is not sure of it. */
export interface Achevement {
  /** Share recorded of the month that is of an age, in ]0, 1]. */
  readonly parts: readonly number[]
  /** Variance of the share's logarithm. */
  readonly variances: readonly number[]
  /** By how much what remains to come varies more than a draw would. */
  readonly surdispersions: readonly number[]
  readonly demiVie: DemiVie
}

/** An age whose hazard few leases tell borrows from the age before it, as if this many had been seen at this ratio. */
const APPUI = 0.5
const DECLIN = 0.6
/** Months of draw-like behaviour that stand for what was not seen, over all ages, at one age, on the last diagonals. */
const PRUDENCE = 10
const PRUDENCE_AGE = 5
const PRUDENCE_RECENTE = 9
const DIAGONALES_RECENTES = 3
/** Records of people at work differ less than draws: never by less than this, though. */
const DISPERSION_MINIMUM = 0.8
/** Cells in which less than this variance is expected tell nothing of dispersion. */
const VARIANCE_UTILE = 1

interface Age {
  readonly hasard: number
  /** Variance of log(1 − hazard) for a draw. */
  readonly variance: number
  readonly chi2: number
  readonly degres: number
}

const mesurerAge = (cumuls: Cumuls, age: number, precedent: number, demiVie: DemiVie): Age => {
  const derniere = cumuls.length - 1
  const { nouvelles, connues, carres } = compterAge(cumuls, age, derniere, demiVie)
  const voisin = age >= 2 ? DECLIN * precedent : 0
  const total = connues + (voisin > 0 ? APPUI / voisin : 0)
  const hasard = total > 0 ? (nouvelles + (voisin > 0 ? APPUI : 0)) / total : 0
  const appui = total * (carres > 0 ? Math.max(0.2, connues / carres) : 1)
  let chi2 = 0
  let cellules = 0
  parcourirAge(cumuls, age, derniere, (n, x, recul) => {
    const attendue = n * hasard * (1 - hasard)
    if (attendue < VARIANCE_UTILE) return
    const poids = 0.5 ** (recul / demiVie)
    chi2 += (poids * (x - n * hasard) ** 2) / attendue
    cellules += poids
  })
  return {
    hasard,
    variance: appui > 0 && hasard < 1 ? hasard / appui / (1 - hasard) : 0,
    chi2,
    degres: Math.max(0, cellules - 1),
  }
}

/** How much the last diagonals departed from what was announced of them, over what a draw would. */
const departRecent = (cumuls: Cumuls, demiVie: DemiVie): number => {
  let chi2 = PRUDENCE_RECENTE
  let degres = PRUDENCE_RECENTE
  for (const { connues, nouvelles, part, appui } of annoncer(cumuls, DIAGONALES_RECENTES, demiVie)) {
    const attendue = connues * part * (1 - part) * (1 + connues / Math.max(1, appui))
    if (attendue < VARIANCE_UTILE) continue
    chi2 += (nouvelles - connues * part) ** 2 / attendue
    degres += 1
  }
  return chi2 / degres
}

/**
 * Shares recorded by age, from hazards backwards in time: of the leases known at an age, those recorded at that very age.
 * The share at an age is the product, over later ages, of one minus them: with equal weights and long triangles, chain
 * ladder's. Each month then departs from it as far as its own records show.
 *
 * Source: Kalbfleisch & Lawless 1989, JASA 84:360 (right-truncated lags); Mack 1993 for its kinship with chain ladder.
 */
export const estimerAchevement = (cumuls: Cumuls): Achevement => {
  const demiVie = choisirDemiVie(cumuls)
  const ages: Age[] = []
  for (let age = 1; age < cumuls.length; age++) ages.push(mesurerAge(cumuls, age, ages.at(-1)?.hasard ?? 0, demiVie))
  const chi2 = ages.reduce((total, a) => total + a.chi2, 0)
  const degres = ages.reduce((total, a) => total + a.degres, 0)
  const commune = Math.max(DISPERSION_MINIMUM, (chi2 + PRUDENCE) / (degres + PRUDENCE), departRecent(cumuls, demiVie))
  const propres = ages.map((a) =>
    Math.max(DISPERSION_MINIMUM, (a.chi2 + PRUDENCE_AGE * commune) / (a.degres + PRUDENCE_AGE)),
  )
  const parts = [1]
  const variances = [0]
  const surdispersions = [commune]
  let poids = 0
  let pondere = 0
  for (const [i, { hasard, variance }] of [...ages.entries()].toReversed()) {
    const propre = propres[i] ?? commune
    const cote = hasard / Math.max(1e-6, 1 - hasard)
    poids += cote
    pondere += cote * propre
    parts.unshift((parts[0] ?? 1) * Math.max(1e-6, 1 - hasard))
    variances.unshift((variances[0] ?? 0) + variance * propre)
    surdispersions.unshift(poids > 0 ? pondere / poids : commune)
  }
  const { exposants, variances: doutes } = estimerGlissement(cumuls, [0, ...ages.map(({ hasard }) => hasard)])
  return {
    parts: parts.map((part, age) => part ** (exposants[age] ?? 1)),
    variances: variances.map(
      (variance, age) => variance * (exposants[age] ?? 1) ** 2 + Math.log(parts[age] ?? 1) ** 2 * (doutes[age] ?? 0),
    ),
    surdispersions,
    demiVie,
  }
}
