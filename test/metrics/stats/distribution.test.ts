import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distributionOf, pool, sizeOf, valueAtRank } from '../../../metrics/stats/distribution.ts'
import { jours } from './arbitraires.ts'

describe('Distribution d’un délai', () => {
  it('Mettre en commun range par valeur, additionne les effectifs et oublie les effectifs nuls', () => {
    const mai = [
      { valeur: 8, n: 1 },
      { valeur: 0, n: 3 },
    ]
    const juin = [
      { valeur: 2, n: 0 },
      { valeur: 8, n: 2 },
    ]
    expect(pool(mai, juin)).toEqual([
      { valeur: 0, n: 3 },
      { valeur: 8, n: 3 },
    ])
    expect(pool()).toEqual([])
  })

  it('La valeur à un rang est celle de la liste triée', () => {
    fc.assert(
      fc.property(fc.array(jours), (valeurs) => {
        const triees = [...valeurs].sort((a, b) => a - b)
        const distribution = distributionOf(valeurs)
        expect(sizeOf(distribution)).toBe(valeurs.length)
        expect(triees.map((_, i) => valueAtRank(distribution, i + 1))).toEqual(triees)
      }),
    )
  })

  it('Hors des rangs il n’y a pas de valeur', () => {
    const distribution = distributionOf([4, 5])
    expect([0, 1, 2, 3].map((rang) => valueAtRank(distribution, rang))).toEqual([null, 4, 5, null])
  })
})
