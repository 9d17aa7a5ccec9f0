import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelLimits } from '../../../metrics/stats/funnel.ts'
import { Z_95, Z_998 } from '../../../metrics/stats/intervalle.ts'
import { type Part, reference } from '../../../metrics/stats/reference.ts'
import { wilson } from '../../../metrics/stats/wilson.ts'
import { part } from './arbitraires.ts'
import { lire, SANS_VECTEURS, titre } from './vecteurs.ts'

/** What PHE says of a share among these limits; on a limit is inside it. */
const libelle = ({ numerateur, denominateur }: Part, p0: number): string => {
  const part = numerateur / denominateur
  for (const [z, seuil] of [
    [Z_998, '0.001'],
    [Z_95, '0.025'],
  ] as const) {
    const limites = funnelLimits(p0, denominateur, z)
    if (limites !== null && part < limites.bas) return `Low (${seuil})`
    if (limites !== null && part > limites.haut) return `High (${seuil})`
  }
  return 'Not significant'
}

const zones = lire('phe_testdata_funnel_prop_inputs.csv').map((ligne) => ({
  part: { numerateur: Number(ligne('numerator')), denominateur: Number(ligne('denominator')) },
  attendu: ligne('significance'),
}))

const p0 = reference(zones.map((zone) => zone.part)) ?? Number.NaN

describe('Entonnoir', () => {
  it.skipIf(SANS_VECTEURS)(titre('Les 303 zones de PHE reçoivent le libellé publié'), () => {
    expect(zones).toHaveLength(303)
    expect(zones.map((zone) => libelle(zone.part, p0))).toEqual(zones.map((zone) => zone.attendu))
  })

  it.skipIf(SANS_VECTEURS)(titre('Les 100 lignes de limites de PHE sont retrouvées à 1e-6 près'), () => {
    const lignes = lire('phe_testdata_funnel_prop_outputs.csv')
    expect(lignes).toHaveLength(100)
    for (const ligne of lignes) {
      const n = Number(ligne('Population'))
      const [l95, l998] = [funnelLimits(p0, n, Z_95), funnelLimits(p0, n, Z_998)]
      const compares = [
        [p0, 'Baseline'],
        [l95?.bas, 'Lower2s0025limit'],
        [l95?.haut, 'Upper2s0025limit'],
        [l998?.bas, 'Lower3s0001limit'],
        [l998?.haut, 'Upper3s0001limit'],
      ] as const
      for (const [limite, nom] of compares)
        expect(Math.abs((limite ?? Number.NaN) * 100 - Number(ligne(nom)))).toBeLessThan(1e-6)
    }
  })

  it('Sans demande il n’y a ni limite ni place', () => {
    expect(funnelLimits(0.1, 0)).toBeNull()
    expect(reference([])).toBeNull()
    expect(reference([{ numerateur: 0, denominateur: 0 }])).toBeNull()
  })

  it('Une référence de 0 ou de 1 donne des limites de largeur nulle', () => {
    expect(funnelLimits(0, 40)).toEqual({ bas: 0, haut: 0 })
    expect(funnelLimits(1, 40)).toEqual({ bas: 1, haut: 1 })
    expect(libelle({ numerateur: 0, denominateur: 40 }, 0)).toBe('Not significant')
  })

  it('Être exactement sur une limite, c’est être dedans', () => {
    // 0.5 ± z·√(0.25/n) with z = √n·0.2 gives 0.4 and 0.6.
    const limites = funnelLimits(0.5, 100, 2)
    expect(limites).toEqual({ bas: 0.4, haut: 0.6 })
    expect(libelle({ numerateur: 5, denominateur: 10 }, 0.5)).toBe('Not significant')
  })

  it('Une part sort de l’entonnoir exactement quand son intervalle de Wilson manque la référence', () => {
    fc.assert(
      fc.property(part(), fc.integer({ min: 1, max: 999 }), ({ numerateur, denominateur }, millieme) => {
        const p = millieme / 1000
        const [limites, ic] = [funnelLimits(p, denominateur, Z_998), wilson(numerateur, denominateur, Z_998)]
        if (limites === null || ic === null) return false
        const [x, marge] = [numerateur / denominateur, 1e-9]
        if ([ic.bas, ic.haut].some((borne) => Math.abs(borne - p) < marge)) return true
        return (x < limites.bas || x > limites.haut) === (p < ic.bas || p > ic.haut)
      }),
    )
  })

  it('Les limites restent dans [0, 1], encadrent la référence et se resserrent avec n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1e6 }), (millieme, n) => {
        const p = millieme / 1000
        const [l, plus] = [funnelLimits(p, n), funnelLimits(p, n + 1)]
        if (l === null || plus === null) return false
        const ordre = [0, l.bas, plus.bas, p, plus.haut, l.haut, 1]
        return ordre.every((x, i) => i === 0 || (ordre[i - 1] ?? Number.NaN) <= x)
      }),
    )
  })
})
