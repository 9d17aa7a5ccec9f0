import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Z_95, Z_998 } from '../../../metrics/stats/intervalle.ts'
import { adjustedFunnelLimits, adjustedZ, overdispersion } from '../../../metrics/stats/overdispersion.ts'
import { part } from './arbitraires.ts'

const parts = (paires: readonly (readonly [number, number])[]) =>
  paires.map(([numerateur, denominateur]) => ({ numerateur, denominateur }))

const pairs = fc.array(part(5000), { minLength: 3, maxLength: 40 })

describe('Surdispersion entre pairs', () => {
  it.each([
    // numpy: arcsin, quantile (type 7), clip
    {
      nom: 'sept pairs très différents, dont un à 0 et un à 1',
      paires: [
        [2, 40],
        [30, 400],
        [9, 100],
        [60, 300],
        [5, 250],
        [0, 12],
        [7, 7],
      ],
      p0: 0.1018935978358882,
      phi: 11.062536248527389,
      tau2: 0.021871002292797086,
      z: [
        -0.5926299222298993, -0.3166140289498483, -0.12939894799139368, 0.9208560846543585, -1.2100402635426935,
        -1.5721895534186188, 5.191925282692863,
      ],
    },
    {
      nom: 'cinq pairs que le hasard suffit à expliquer : τ² = 0',
      paires: [
        [2, 40],
        [21, 400],
        [5, 100],
        [14, 300],
        [13, 250],
      ],
      p0: 0.05045871559633028,
      phi: 0.01473205400263709,
      tau2: 0,
      z: [-0.01328270152731863, 0.18476265415677484, -0.02100179515326206, -0.30561403586411434, 0.11054130633647646],
    },
  ] as const)('Valeurs calculées à part : $nom', ({ paires, p0, phi, tau2, z }) => {
    const resultat = overdispersion(parts(paires))
    if (resultat === null) throw new Error('pas de surdispersion')
    expect(resultat.p0).toBeCloseTo(p0, 12)
    expect(resultat.phi).toBeCloseTo(phi, 12)
    expect(resultat.tau2).toBeCloseTo(tau2, 12)
    for (const [i, p] of parts(paires).entries()) expect(adjustedZ(p, resultat)).toBeCloseTo(z[i] ?? Number.NaN, 11)
  })

  it('À la main, pour 1, 5 et 9 sur 10 : U = ±2√10·(asin √0,9 − π/4), ramené à 0,8 fois lui-même', () => {
    const u = 2 * Math.sqrt(10) * (Math.asin(Math.sqrt(0.9)) - Math.PI / 4)
    const resultat = overdispersion(
      parts([
        [1, 10],
        [5, 10],
        [9, 10],
      ]),
    )
    expect(resultat?.phi).toBeCloseTo((2 * (0.8 * u) ** 2) / 3, 12)
    expect(resultat?.tau2).toBeCloseTo((2 * (0.8 * u) ** 2 - 2) / (120 - 40), 12)
  })

  it('Il faut trois pairs ; une entité sans dénominateur n’en est pas un', () => {
    expect(overdispersion([])).toBeNull()
    expect(
      overdispersion(
        parts([
          [1, 10],
          [2, 10],
        ]),
      ),
    ).toBeNull()
    expect(
      overdispersion(
        parts([
          [1, 10],
          [2, 10],
          [0, 0],
        ]),
      ),
    ).toBeNull()
    const trois = parts([
      [1, 10],
      [2, 10],
      [4, 20],
    ])
    expect(overdispersion([...trois, ...parts([[0, 0]])])).toEqual(overdispersion(trois))
  })

  it('Une entité sans dénominateur n’a pas de z', () => {
    expect(adjustedZ({ numerateur: 0, denominateur: 0 }, { p0: 0.1, phi: 1, tau2: 0 })).toBeNull()
  })

  it.each([0, 1])('Quand tous les pairs sont à %d, φ, τ² et tous les z valent 0', (p) => {
    const tous = parts([
      [p * 3, 3],
      [p * 500, 500],
      [p * 41, 41],
      [p, 1],
    ])
    const resultat = overdispersion(tous)
    expect(resultat).toEqual({ p0: p, phi: 0, tau2: 0 })
    for (const une of tous) expect(resultat && adjustedZ(une, resultat)).toBe(0)
  })

  it('Rien n’est jamais indéfini, ni φ ni τ² négatifs', () => {
    fc.assert(
      fc.property(pairs, (tous) => {
        const resultat = overdispersion(tous)
        if (resultat === null) return false
        const z = tous.map((une) => adjustedZ(une, resultat))
        return resultat.phi >= 0 && resultat.tau2 >= 0 && [resultat.phi, resultat.tau2, ...z].every(Number.isFinite)
      }),
    )
  })

  it('Compter les complémentaires change le signe des z et rien d’autre', () => {
    fc.assert(
      fc.property(pairs, (tous) => {
        const inverses = tous.map((p) => ({ ...p, numerateur: p.denominateur - p.numerateur }))
        const [droit, envers] = [overdispersion(tous), overdispersion(inverses)]
        if (droit === null || envers === null) throw new Error('pas de surdispersion')
        expect(envers.phi).toBeCloseTo(droit.phi, 6)
        expect(envers.tau2).toBeCloseTo(droit.tau2, 8)
        for (const [i, une] of tous.entries())
          expect(adjustedZ(inverses[i] ?? une, envers)).toBeCloseTo(-(adjustedZ(une, droit) ?? Number.NaN), 6)
      }),
    )
  })

  it('L’ordre des pairs ne change rien', () => {
    fc.assert(
      fc.property(pairs, (tous) => {
        const [droit, envers] = [overdispersion(tous), overdispersion(tous.toReversed())]
        expect(envers?.phi).toBeCloseTo(droit?.phi ?? Number.NaN, 8)
        expect(envers?.tau2).toBeCloseTo(droit?.tau2 ?? Number.NaN, 10)
      }),
    )
  })

  it('Une part plus haute a un z plus haut, et τ² rapproche les z de 0', () => {
    fc.assert(
      fc.property(part(5000), fc.integer({ min: 1, max: 99 }), ({ numerateur, denominateur }, centieme) => {
        const [etroit, large] = [0, 0.05].map((tau2) => ({ p0: centieme / 100, phi: 1, tau2 }))
        const une = { numerateur, denominateur: denominateur + 1 }
        if (!etroit || !large) return false
        const [z, plus] = [adjustedZ(une, etroit), adjustedZ({ ...une, numerateur: numerateur + 1 }, etroit)]
        const adouci = adjustedZ(une, large)
        return z !== null && plus !== null && adouci !== null && z < plus && Math.abs(adouci) <= Math.abs(z)
      }),
    )
  })
})

describe('Entonnoir ajusté', () => {
  it('Sans demande il n’y a pas de limite', () => {
    expect(adjustedFunnelLimits({ p0: 0.1, phi: 1, tau2: 0 }, 0)).toBeNull()
  })

  it('Une part en sort exactement quand son z ajusté dépasse z', () => {
    const surdispersion = fc.record({
      p0: fc.integer({ min: 1, max: 99 }).map((c) => c / 100),
      phi: fc.constant(1),
      tau2: fc.integer({ min: 0, max: 50 }).map((m) => m / 1000),
    })
    fc.assert(
      fc.property(part(5000), surdispersion, ({ numerateur, denominateur }, s) => {
        const [z, limites] = [adjustedZ({ numerateur, denominateur }, s), adjustedFunnelLimits(s, denominateur, Z_998)]
        if (z === null || limites === null) return false
        if (Math.abs(Math.abs(z) - Z_998) < 1e-6) return true
        const p = numerateur / denominateur
        return Math.abs(z) > Z_998 === (p < limites.bas || p > limites.haut)
      }),
    )
  })

  it('Les limites restent dans [0, 1], encadrent la référence et s’écartent avec τ²', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1e5 }), (millieme, n) => {
        const p0 = millieme / 1000
        const [etroit, large] = [0, 0.01].map((tau2) => adjustedFunnelLimits({ p0, phi: 1, tau2 }, n, Z_95))
        if (!etroit || !large) return false
        const ordre = [0, large.bas, etroit.bas, p0, etroit.haut, large.haut, 1]
        return ordre.every((x, i) => i === 0 || (ordre[i - 1] ?? Number.NaN) <= x + 1e-15)
      }),
    )
  })
})
