import { type Distribution, pool, sizeOf } from '../stats/distribution.ts'
import { quantileOf } from '../stats/quantile.ts'
import { delaiDe, type Saisie } from './saisie.ts'

/** The recording lag of some attributions, in days. */
export interface Delais {
  /** Recorded, whatever their lag. */
  readonly enregistrees: number
  /** With a known lag of 0 or more: what the rest is about. */
  readonly n: number
  /** Recorded before the signature they tell: listed, and left out of the lag. */
  readonly anterieures: number
  readonly mediane: number | null
  readonly p90: number | null
  /** Recorded more than 7, 30 and 90 days after the signature. */
  readonly plus_7: number
  readonly plus_30: number
  readonly plus_90: number
  readonly distribution: Distribution
}

/** The lags that a distribution tells. */
export const delaisDeDistribution = (
  distribution: Distribution,
  { enregistrees, anterieures }: { enregistrees: number; anterieures: number },
): Delais => {
  const auDela = (jours: number) => sizeOf(distribution.filter(({ valeur }) => valeur > jours))
  return {
    enregistrees,
    n: sizeOf(distribution),
    anterieures,
    mediane: quantileOf(distribution, 0.5),
    p90: quantileOf(distribution, 0.9),
    plus_7: auDela(7),
    plus_30: auDela(30),
    plus_90: auDela(90),
    distribution,
  }
}

export const mesurerDelais = (saisies: readonly Saisie[]): Delais => {
  const total = (lignes: readonly Saisie[]) => lignes.reduce((somme, { n }) => somme + n, 0)
  const distribution = pool(
    saisies.flatMap((ligne) => {
      const valeur = delaiDe(ligne)
      return valeur === null ? [] : [{ valeur, n: ligne.n }]
    }),
  )
  return delaisDeDistribution(distribution, {
    enregistrees: total(saisies),
    anterieures: total(saisies.filter(({ bail, saisie }) => saisie !== null && saisie < bail)),
  })
}
