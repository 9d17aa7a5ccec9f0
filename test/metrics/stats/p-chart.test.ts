import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laney, laneyLimits } from '../../../metrics/stats/laney.ts'
import { pChart } from '../../../metrics/stats/p-chart.ts'
import { part } from './arbitraires.ts'
import { lire, SANS_VECTEURS, titre } from './vecteurs.ts'

const accidents = lire('nhs_accidents.csv').map((l) => ({ numerateur: Number(l('r')), denominateur: Number(l('n')) }))

const mois = fc.array(fc.oneof({ weight: 5, arbitrary: part() }, fc.constant(null)), { maxLength: 30 })

describe('Carte p', () => {
  it.skipIf(SANS_VECTEURS)(titre('Le tableau 7.4 de Montgomery est retrouvé, limites coupées à 0 comprises'), () => {
    const lignes = lire('qicharts2_tbl_7.4_1.csv')
    const parts = lignes.map((l) => ({ numerateur: Number(l('y.sum')), denominateur: Number(l('n')) }))
    const carte = pChart(parts)
    expect(carte?.limites).toHaveLength(25)
    for (const [i, ligne] of lignes.entries()) {
      expect(carte?.moyenne).toBeCloseTo(Number(ligne('cl')), 12)
      expect(carte?.limites[i]?.bas).toBeCloseTo(Number(ligne('lcl')), 12)
      expect(carte?.limites[i]?.haut).toBeCloseTo(Number(ligne('ucl')), 12)
    }
  })

  it.skipIf(SANS_VECTEURS)(titre('Accidents du NHS, première semaine : limites 0,951700 et 0,954100'), () => {
    const carte = pChart(accidents)
    expect(carte?.limites[0]?.bas).toBeCloseTo(0.9517, 6)
    expect(carte?.limites[0]?.haut).toBeCloseTo(0.9541, 6)
  })

  it('Sans dénominateur il n’y a pas de carte, et un mois qui n’en a pas n’a pas de limites', () => {
    expect(pChart([])).toBeNull()
    expect(pChart([null, { numerateur: 0, denominateur: 0 }])).toBeNull()
    expect(pChart([null, { numerateur: 1, denominateur: 4 }, { numerateur: 0, denominateur: 0 }])?.limites).toEqual([
      null,
      { bas: 0, haut: 0.25 + 3 * Math.sqrt(0.1875 / 4) },
      null,
    ])
  })

  it('Les limites restent dans [0, 1] et encadrent la moyenne', () => {
    fc.assert(
      fc.property(mois, (parts) => {
        const carte = pChart(parts)
        return (carte?.limites ?? []).every(
          (l) =>
            l === null ||
            (0 <= l.bas && l.bas <= (carte?.moyenne ?? -1) && (carte?.moyenne ?? 2) <= l.haut && l.haut <= 1),
        )
      }),
    )
  })
})

describe('Carte p′ de Laney', () => {
  it.skipIf(SANS_VECTEURS)(
    titre('Accidents du NHS : p̄ 0,9528997, σ_z 10,64042, première semaine 0,940130 et 0,965670'),
    () => {
      const carte = laney(accidents)
      if (carte === null) throw new Error('pas de carte')
      expect(carte.moyenne).toBeCloseTo(0.9528997, 7)
      expect(carte.sigma_z).toBeCloseTo(10.64042, 5)
      const limites = laneyLimits(carte, accidents[0]?.denominateur ?? 0)
      expect(limites?.bas).toBeCloseTo(0.94013, 6)
      expect(limites?.haut).toBeCloseTo(0.96567, 6)
    },
  )

  it('Sans dénominateur il n’y a pas de carte ; sans deux mois qui se suivent, pas de σ_z ni de limites', () => {
    expect(laney([])).toBeNull()
    const seul = laney([{ numerateur: 1, denominateur: 2000 }, null, { numerateur: 3, denominateur: 2000 }])
    expect(seul).toEqual({ moyenne: 0.001, sigma_z: null })
    expect(seul && laneyLimits(seul, 2000)).toBeNull()
    expect(laneyLimits({ moyenne: 0.1, sigma_z: 1 }, 0)).toBeNull()
  })

  it('Aucune étendue n’enjambe un mois manquant', () => {
    const [a, b, c] = [10, 20, 60].map((numerateur) => ({ numerateur, denominateur: 1000 }))
    if (!a || !b || !c) throw new Error('trois mois')
    const sigma = Math.sqrt((0.03 * 0.97) / 1000)
    expect(laney([a, b, null, c])?.sigma_z).toBeCloseTo(0.01 / sigma / 1.128, 10)
  })

  it.each([0, 1])('Quand tous les mois sont à %d, les limites sont sur la moyenne', (p) => {
    const carte = laney([1000, 3000, 1500].map((n) => ({ numerateur: p * n, denominateur: n })))
    expect(carte).toEqual({ moyenne: p, sigma_z: 0 })
    expect(carte && laneyLimits(carte, 1000)).toEqual({ bas: p, haut: p })
  })

  it('À dénominateurs égaux, p′ est la carte XmR des parts, sans écran et avec 3/1,128', () => {
    const parts = [12, 30, 21, 50, 8].map((numerateur) => ({ numerateur, denominateur: 2000 }))
    const carte = laney(parts)
    const etendue = (18 + 9 + 29 + 42) / 4 / 2000
    const limites = carte && laneyLimits(carte, 2000)
    expect(limites?.haut).toBeCloseTo(0.0121 + (3 / 1.128) * etendue, 12)
    expect(limites?.bas).toBeCloseTo(0.0121 - (3 / 1.128) * etendue, 12)
  })

  it('σ_z est positif, jamais indéfini, et le même pour les complémentaires', () => {
    fc.assert(
      fc.property(mois, (parts) => {
        const envers = parts.map((p) => p && { ...p, numerateur: p.denominateur - p.numerateur })
        const [carte, autre] = [laney(parts), laney(envers)]
        if (carte === null || carte.sigma_z === null) return
        expect(carte.sigma_z).toBeGreaterThanOrEqual(0)
        expect(autre?.sigma_z).toBeCloseTo(carte.sigma_z, 5)
      }),
    )
  })
})
