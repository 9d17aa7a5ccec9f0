import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clopperPearson } from '../../../metrics/stats/clopper-pearson.ts'
import { part } from './arbitraires.ts'
import { ecartsAR, SANS_VECTEURS, titre } from './vecteurs.ts'

/** P(Bin(n, p) ≥ k): terms as parts of the one at k, which is not the one to underflow. */
const queueHaute = (k: number, n: number, p: number): number => {
  const rapport = (i: number) => ((n - i) / (i + 1)) * (p / (1 - p))
  let dessus = 0
  let dessous = 0
  for (let i = k, terme = 1; i <= n; terme *= rapport(i++)) dessus += terme
  for (let i = k - 1, terme = 1 / rapport(k - 1); i >= 0; terme /= rapport(--i)) dessous += terme
  return dessus / (dessus + dessous)
}

describe('Intervalle de Clopper et Pearson', () => {
  it.skipIf(SANS_VECTEURS)(titre('Les 8 intervalles « exact » de R sont retrouvés à tous leurs chiffres'), () => {
    const ecarts = ecartsAR('exact', (k, n) => clopperPearson(k, n))
    expect(ecarts).toHaveLength(16)
    for (const { ecart, tolere } of ecarts) expect(ecart).toBeLessThanOrEqual(tolere)
  })

  it('Sans dénominateur il n’y a pas d’intervalle', () => {
    expect(clopperPearson(0, 0)).toBeNull()
  })

  it('Aucun cas et tous les cas ont leur forme close : 0 et 1 − (α/2)^(1/n), et leur miroir', () => {
    for (const n of [1, 2, 7, 30, 1000, 1_000_000]) {
      const [aucun, tous] = [clopperPearson(0, n), clopperPearson(n, n)]
      expect(aucun?.bas).toBe(0)
      expect(tous?.haut).toBe(1)
      expect(aucun?.haut).toBeCloseTo(-Math.expm1(Math.log(0.025) / n), 12)
      expect(tous?.bas).toBeCloseTo(0.025 ** (1 / n), 12)
    }
  })

  it.each([
    // scipy.stats.beta.ppf, 1.17.1
    [1, 10, 0.0025285785444617848, 0.4450161170281954],
    [5, 10, 0.18708602844739855, 0.8129139715526015],
    [3, 7, 0.09898827844250786, 0.8159484323599169],
    [17, 300, 0.03335331151668461, 0.08918040443416299],
    [1, 1_000_000, 2.5317807663794178e-8, 5.571630655166939e-6],
    [20_500, 1_000_000, 0.02022315655983975, 0.020779625701164834],
    [500_000, 1_000_000, 0.49901951919531184, 0.5009804808046882],
    [999_999, 1_000_000, 0.9999944283693448, 0.9999999746821924],
  ])('%d sur %d : de %f à %f', (k, n, bas, haut) => {
    const ic = clopperPearson(k, n)
    expect(Math.abs((ic?.bas ?? Number.NaN) - bas)).toBeLessThan(1e-12)
    expect(Math.abs((ic?.haut ?? Number.NaN) - haut)).toBeLessThan(1e-12)
  })

  it('À la borne basse, avoir k cas ou plus a pour probabilité α/2', () => {
    fc.assert(
      fc.property(part(300), ({ numerateur, denominateur }) => {
        const ic = clopperPearson(numerateur, denominateur)
        if (ic === null || numerateur === 0) return
        expect(queueHaute(numerateur, denominateur, ic.bas)).toBeCloseTo(0.025, 10)
      }),
    )
  })

  it('L’intervalle reste dans [0, 1], contient la part et s’élargit quand le risque baisse', () => {
    fc.assert(
      fc.property(part(), ({ numerateur, denominateur }) => {
        const p = numerateur / denominateur
        const [ic, large] = [clopperPearson(numerateur, denominateur), clopperPearson(numerateur, denominateur, 0.002)]
        if (ic === null || large === null) return false
        const ordre = [0, large.bas, ic.bas, p, ic.haut, large.haut, 1]
        return ordre.every((x, i) => i === 0 || (ordre[i - 1] ?? Number.NaN) <= x + 1e-15)
      }),
    )
  })

  it('L’intervalle du complément est le miroir de l’intervalle, et un cas de plus relève les bornes', () => {
    fc.assert(
      fc.property(part(5000), ({ numerateur, denominateur }) => {
        const n = denominateur + 1
        const [ic, plus] = [clopperPearson(numerateur, n), clopperPearson(numerateur + 1, n)]
        const miroir = clopperPearson(n - numerateur, n)
        if (ic === null || plus === null || miroir === null) throw new Error('pas d’intervalle')
        expect(miroir.bas).toBeCloseTo(1 - ic.haut, 12)
        expect(miroir.haut).toBeCloseTo(1 - ic.bas, 12)
        expect(plus.bas).toBeGreaterThan(ic.bas)
        expect(plus.haut).toBeGreaterThan(ic.haut)
      }),
    )
  })
})
