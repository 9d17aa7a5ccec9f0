import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Z_95, Z_998 } from '../../../metrics/stats/intervalle.ts'
import { wilson } from '../../../metrics/stats/wilson.ts'
import { part } from './arbitraires.ts'
import { ecartsAR, lire, SANS_VECTEURS, titre } from './vecteurs.ts'

describe('Intervalle de Wilson', () => {
  it.skipIf(SANS_VECTEURS)(titre('Les 16 intervalles publiés par PHE sont retrouvés, à 95 % et à 99,8 %'), () => {
    const lignes = lire('phe_testdata_Proportion__testdata_Prop.csv').filter((l) => l('lower95_0cl') !== '')
    expect(lignes).toHaveLength(16)
    for (const ligne of lignes) {
      const [k, n, unite] = [Number(ligne('Numerator')), Number(ligne('Denominator')), Number(ligne('multiplier'))]
      for (const [z, nom] of [
        [Z_95, '95_0cl'],
        [Z_998, '99_8cl'],
      ] as const) {
        const ic = wilson(k, n, z)
        expect(Math.abs((ic?.bas ?? Number.NaN) * unite - Number(ligne(`lower${nom}`)))).toBeLessThan(1e-9)
        expect(Math.abs((ic?.haut ?? Number.NaN) * unite - Number(ligne(`upper${nom}`)))).toBeLessThan(1e-9)
      }
    }
  })

  it.skipIf(SANS_VECTEURS)(titre('Les 8 intervalles « wilson » de R sont retrouvés à tous leurs chiffres'), () => {
    const ecarts = ecartsAR('wilson', (k, n) => wilson(k, n))
    expect(ecarts).toHaveLength(16)
    for (const { ecart, tolere } of ecarts) expect(ecart).toBeLessThanOrEqual(tolere)
  })

  it('Sans dénominateur il n’y a pas d’intervalle', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it('Aucun cas sur n : la borne basse est exactement 0, la haute z²/(n + z²)', () => {
    for (const n of [1, 2, 30, 1e6]) {
      const ic = wilson(0, n)
      expect(ic?.bas).toBe(0)
      expect(ic?.haut).toBeCloseTo(Z_95 ** 2 / (n + Z_95 ** 2), 14)
    }
  })

  it('Tous les cas sur n : la borne haute est exactement 1', () => {
    for (const n of [1, 2, 30, 1e6]) expect(wilson(n, n)?.haut).toBe(1)
  })

  it('L’intervalle reste dans [0, 1] et contient la part', () => {
    fc.assert(
      fc.property(part(), fc.double({ min: 0.1, max: 6, noNaN: true }), ({ numerateur, denominateur }, z) => {
        const ic = wilson(numerateur, denominateur, z)
        const p = numerateur / denominateur
        return ic !== null && 0 <= ic.bas && ic.bas <= p + 1e-15 && p - 1e-15 <= ic.haut && ic.haut <= 1
      }),
    )
  })

  it('Chaque borne est racine de l’équation du score : |p̂ − p| = z·√(p(1 − p)/n)', () => {
    fc.assert(
      fc.property(part(), ({ numerateur: k, denominateur: n }) => {
        const ic = wilson(k, n)
        if (ic === null) return false
        return [ic.bas, ic.haut].every((p) => Math.abs((k / n - p) ** 2 - (Z_95 ** 2 * p * (1 - p)) / n) < 1e-12)
      }),
    )
  })

  it('L’intervalle du complément est le miroir de l’intervalle', () => {
    fc.assert(
      fc.property(part(), ({ numerateur, denominateur }) => {
        const ic = wilson(numerateur, denominateur)
        const miroir = wilson(denominateur - numerateur, denominateur)
        expect(miroir?.bas).toBeCloseTo(1 - (ic?.haut ?? Number.NaN), 12)
        expect(miroir?.haut).toBeCloseTo(1 - (ic?.bas ?? Number.NaN), 12)
      }),
    )
  })

  it('Un cas de plus relève les deux bornes', () => {
    fc.assert(
      fc.property(part(), ({ numerateur, denominateur }) => {
        const [avant, apres] = [wilson(numerateur, denominateur + 1), wilson(numerateur + 1, denominateur + 1)]
        return avant !== null && apres !== null && avant.bas < apres.bas && avant.haut < apres.haut
      }),
    )
  })

  it('À part égale, dix fois plus de demandes resserrent l’intervalle', () => {
    fc.assert(
      fc.property(part(), ({ numerateur, denominateur }) => {
        const [petit, grand] = [wilson(numerateur, denominateur), wilson(10 * numerateur, 10 * denominateur)]
        return petit !== null && grand !== null && grand.haut - grand.bas < petit.haut - petit.bas
      }),
    )
  })
})
