import { type Calendrier, estFinDeSemaine } from './calendrier.ts'
import { prepareTirage, type Tirage } from './tirage.ts'

/** A law of delays in whole days: `parts[d]` is the probability of d days. */
export interface Delai {
  readonly parts: Float64Array
  readonly tirage: Tirage
}

/** Abramowitz & Stegun 7.1.26, |error| < 1.5e-7. */
const repartitionNormale = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  const erf = 1 - poly * Math.exp(-x * x)
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2
}

/** Whole days of a log-normal delay, cut at `maximum` days (included). */
export const lognormale = (mediane: number, sigma: number, maximum: number): Float64Array => {
  const parts = new Float64Array(maximum + 1)
  const repartition = (x: number) => (x <= 0 ? 0 : repartitionNormale(Math.log(x / mediane) / sigma))
  const total = repartition(maximum + 1)
  for (let d = 0; d <= maximum; d++) parts[d] = (repartition(d + 1) - repartition(d)) / total
  return parts
}

/** The law that follows each of several with the given weights. */
export const melange = (lois: readonly (readonly [poids: number, parts: Float64Array])[]): Float64Array => {
  const parts = new Float64Array(Math.max(...lois.map(([, l]) => l.length)))
  for (const [poids, loi] of lois)
    for (let d = 0; d < loi.length; d++) parts[d] = (parts[d] as number) + poids * (loi[d] as number)
  return parts
}

export const uniforme = (bas: number, haut: number): Float64Array => {
  const parts = new Float64Array(haut + 1)
  return parts.fill(1 / (haut - bas + 1), bas)
}

/** Last working day of the quarter that holds a day, or of the next one where that day has passed. */
export const jourDeLot = (jour: number, calendrier: Calendrier): number => {
  const dernier = (mois: number): number => {
    let j = calendrier.debutMois(mois + 1) - 1
    while (estFinDeSemaine(j)) j--
    return j
  }
  const trimestre = Math.floor((calendrier.moisDe[jour] as number) / 3) * 3 + 2
  const fin = dernier(trimestre)
  return jour <= fin ? fin : dernier(trimestre + 3)
}

/** Days until the batch for a lease signed on any day of four years. */
export const delaiParLot = (calendrier: Calendrier, premiereAnnee: number): Float64Array => {
  const parts = new Float64Array(100)
  const debut = calendrier.jour(premiereAnnee, 1, 1)
  const fin = calendrier.jour(premiereAnnee + 4, 1, 1)
  for (let j = debut; j < fin; j++) {
    const d = jourDeLot(j, calendrier) - j
    parts[d] = (parts[d] as number) + 1 / (fin - debut)
  }
  return parts
}

export const prepareDelai = (parts: Float64Array): Delai => ({ parts, tirage: prepareTirage(parts) })

/** Smallest whole number of days that a share `q` does not exceed. */
export const quantile = (parts: Float64Array, q: number): number => {
  let cumul = 0
  for (let d = 0; d < parts.length; d++) {
    cumul += parts[d] as number
    if (cumul >= q) return d
  }
  return parts.length - 1
}

export const partAuDela = (parts: Float64Array, jours: number): number => {
  let somme = 0
  for (let d = jours + 1; d < parts.length; d++) somme += parts[d] as number
  return somme
}
