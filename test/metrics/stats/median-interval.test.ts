import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distributionOf } from '../../../metrics/stats/distribution.ts'
import { medianInterval, medianRanks } from '../../../metrics/stats/median-interval.ts'
import { quantile } from '../../../metrics/stats/quantile.ts'
import { jours } from './arbitraires.ts'

/** Smallest l such that 40·Σ C(n, k ≤ l) ≥ 2ⁿ, in whole numbers. */
const rangExact = (n: number): number => {
  let combinaison = 1n
  let somme = 1n
  let l = 0
  while (40n * somme < 2n ** BigInt(n)) {
    combinaison = (combinaison * BigInt(n - l)) / BigInt(l + 1)
    somme += combinaison
    l++
  }
  return l
}

describe('Intervalle de la médiane', () => {
  it.each([
    [0, null],
    [1, null],
    [5, null],
    [6, { bas: 1, haut: 6 }],
    [7, { bas: 1, haut: 7 }],
    [8, { bas: 1, haut: 8 }],
    [9, { bas: 2, haut: 8 }],
    [10, { bas: 2, haut: 9 }],
    [100, { bas: 40, haut: 61 }],
  ])('Pour %d valeurs les rangs sont %j', (n, attendu) => {
    expect(medianRanks(n)).toEqual(attendu)
  })

  it('Les rangs sont ceux d’un calcul en nombres entiers, pour tout n jusqu’à 600', () => {
    for (let n = 0; n <= 600; n++) expect(medianRanks(n)?.bas ?? 0).toBe(rangExact(n))
  })

  it.each([
    // scipy.stats.binom.ppf(0.025, n, 0.5), 1.17.1; 38 988, 858 491 and 965 643 come nearest to 0.025 below a million.
    [1000, 469],
    [9999, 4902],
    [38_988, 19_301],
    [123_457, 61_384],
    [858_491, 428_337],
    [965_643, 481_858],
    [999_999, 499_020],
    [1_000_000, 499_020],
  ])('Pour %d valeurs le rang bas est %d', (n, l) => {
    expect(medianRanks(n)).toEqual({ bas: l, haut: n - l + 1 })
  })

  it('Sous six valeurs il n’y a pas d’intervalle', () => {
    expect(medianInterval([])).toBeNull()
    expect(medianInterval([{ valeur: 3, n: 5 }])).toBeNull()
    expect(medianInterval([{ valeur: 3, n: 6 }])).toEqual({ bas: 3, haut: 3 })
  })

  it('Les ex æquo comptent autant de fois qu’ils sont : neuf valeurs, rangs 2 et 8', () => {
    expect(medianInterval(distributionOf([0, 0, 1, 2, 2, 2, 5, 5, 30]))).toEqual({ bas: 0, haut: 5 })
    expect(medianInterval(distributionOf([0, 1, 1, 2, 2, 2, 5, 9, 30]))).toEqual({ bas: 1, haut: 9 })
  })

  it('Un million de valeurs ne débordent pas', () => {
    const distribution = [
      { valeur: 1, n: 499_019 },
      { valeur: 2, n: 1_962 },
      { valeur: 3, n: 499_019 },
    ]
    expect(medianInterval(distribution)).toEqual({ bas: 2, haut: 2 })
  })

  it('Les rangs sont symétriques, ne reculent jamais et laissent au plus 2,5 % de chaque côté', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 20_000 }), (n) => {
        const [rangs, suivants] = [medianRanks(n), medianRanks(n + 1)]
        if (rangs === null || suivants === null) throw new Error('pas de rangs')
        expect(rangs.bas + rangs.haut).toBe(n + 1)
        expect([0, 1]).toContain(suivants.bas - rangs.bas)
      }),
    )
  })

  it('L’intervalle contient la médiane et suit un décalage et un changement d’unité', () => {
    fc.assert(
      fc.property(fc.array(jours, { minLength: 6, maxLength: 80 }), fc.integer({ min: 1, max: 24 }), (v, u) => {
        const [ic, autre] = [medianInterval(distributionOf(v)), medianInterval(distributionOf(v.map((x) => x * u + 7)))]
        const mediane = quantile(v, 0.5) ?? Number.NaN
        if (ic === null) throw new Error('pas d’intervalle')
        expect(ic.bas).toBeLessThanOrEqual(mediane)
        expect(ic.haut).toBeGreaterThanOrEqual(mediane)
        expect(autre).toEqual({ bas: ic.bas * u + 7, haut: ic.haut * u + 7 })
      }),
    )
  })
})
