import type { Achevement } from './achevement.ts'
import type { Volume } from './volume.ts'

/** Leases of a month that are still to be recorded. */
export interface AVenir {
  readonly moyenne: number
  readonly variance: number
}

export const RIEN_A_VENIR: AVenir = { moyenne: 0, variance: 0 }

export const additionnerAVenir = (parts: readonly AVenir[]): AVenir => ({
  moyenne: parts.reduce((total, { moyenne }) => total + moyenne, 0),
  variance: parts.reduce((total, { variance }) => total + variance, 0),
})

/**
 * What a month lacks, from what is recorded of it, how complete months of its age are, and how many leases are signed a day.
 * The month's size is gamma around the volume: what is recorded corrects it, the more the more complete the month. With
 * months that differ much this is chain ladder; with months alike it hardly depends on a thin last diagonal. The variance
 * holds the draw, the doubt on completeness and on volume, and, where records and volume contradict each other beyond
 * chance (fewer leases, or slower records?), both answers.
 *
 * Source: Bornhuetter & Ferguson 1972; Verrall 2004, North American Actuarial Journal 8:67 (their Bayesian mixture).
 */
export const prevoir = (
  connues: number,
  age: number,
  longueur: number,
  achevement: Achevement,
  volume: Volume,
): AVenir => {
  const part = achevement.parts[age] ?? 1
  const rang = volume.parJour.length - 1 - age
  const attendues = (volume.parJour[rang] ?? 0) * longueur
  if (attendues <= 0 || part >= 1) return RIEN_A_VENIR
  const phi = achevement.surdispersions[age] ?? 1
  const { forme } = volume
  const alpha = forme + connues / phi
  const beta = forme / attendues + part / phi
  const taille = alpha / beta
  const manque = 1 - part
  const moyenne = manque * taille
  const tirage = phi * (moyenne + moyenne ** 2 / alpha)
  const parPart = -taille - (moyenne / phi) * (1 / beta)
  const parVolume = (moyenne * forme) / attendues ** 2 / beta
  const poids = part / phi / beta
  const ecart = ((connues / part) * manque - attendues * manque) ** 2
  const ecartOrdinaire = manque ** 2 * ((attendues / part) * phi + attendues ** 2 / forme)
  return {
    moyenne,
    variance:
      tirage +
      (parPart * part) ** 2 * (achevement.variances[age] ?? 0) +
      parVolume ** 2 * (volume.variances[rang] ?? 0) * longueur ** 2 +
      poids * (1 - poids) * Math.max(0, ecart - 2 * ecartOrdinaire),
  }
}
