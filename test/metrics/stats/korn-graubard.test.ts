import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clopperPearson } from '../../../metrics/stats/clopper-pearson.ts'
import { kornGraubard, type StrateVerifiee } from '../../../metrics/stats/korn-graubard.ts'

const strate = (effectif: number, verifies: number, cas: number): StrateVerifiee => ({ effectif, verifies, cas })

/** n! in whole numbers. */
const factorielle = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorielle(n - 1))

/** P(Bin(n, a/b) ≥ k), exact: a sum of whole numbers over bⁿ. */
const queueExacte = (k: number, n: number, a: bigint, b: bigint): number => {
  let somme = 0n
  for (let i = k; i <= n; i++) {
    const combinaisons = factorielle(n) / (factorielle(i) * factorielle(n - i))
    somme += combinaisons * a ** BigInt(i) * (b - a) ** BigInt(n - i)
  }
  return Number((somme * 10n ** 18n) / b ** BigInt(n)) / 1e18
}

/** The share at which k cases or more out of n have a probability of 0.025, by halving. */
const bornePar = (k: number, n: number): number => {
  const b = 10n ** 10n
  let [bas, haut] = [0n, b]
  while (haut - bas > 1n) {
    const milieu = (bas + haut) / 2n
    if (queueExacte(k, n, milieu, b) < 0.025) bas = milieu
    else haut = milieu
  }
  return Number(bas) / Number(b)
}

describe('L’intervalle exact, calculé une seconde fois par les sommes de la loi binomiale', () => {
  it.each([
    [0, 30],
    [2, 30],
    [7, 20],
    [29, 30],
    [1, 50],
  ])('%d sur %d', (k, n) => {
    const ic = clopperPearson(k, n)
    expect(ic?.bas).toBeCloseTo(k === 0 ? 0 : bornePar(k, n), 8)
    expect(ic?.haut).toBeCloseTo(1 - (k === n ? 0 : bornePar(n - k, n)), 8)
  })

  it('retrouve l’exemple de `binom.test` de R (Mendel, 682 sur 925) et « 0 sur 30 : jusqu’à 11,6 % »', () => {
    const mendel = clopperPearson(682, 925)
    expect([mendel?.bas.toFixed(7), mendel?.haut.toFixed(7)]).toEqual(['0.7076683', '0.7654066'])
    expect(clopperPearson(0, 30)?.haut.toFixed(3)).toBe('0.116')
  })
})

describe('L’intervalle de Korn et Graubard', () => {
  it.each([
    // Python, numpy and scipy.stats.beta.ppf 1.17.1, from the formula: p̂, n* = p̂(1 − p̂)/v̂, the bounds.
    [[strate(9000, 20, 1), strate(1000, 20, 6)], 0.075, 32.48613678373383, 0.012259049522523076, 0.2237226441067282],
    [
      [strate(500, 10, 0), strate(300, 10, 2), strate(200, 10, 5)],
      ...[0.16, 49.573770491803266, 0.07139330169486621, 0.29180868204761834],
    ],
    // A stratum of one, whose distance to the whole stands for its variance.
    [
      [strate(700, 12, 3), strate(100, 1, 1), strate(200, 5, 0)],
      ...[0.275, 14.650745271596175, 0.08099558639549004, 0.5631340137333161],
    ],
    // Strata all of one kind: no variance, n itself.
    [[strate(500, 10, 0), strate(300, 10, 10)], 0.375, 20, 0.172276213631912, 0.6160796836554037],
  ] as const)('de %j', (strates, part, nEffectif, bas, haut) => {
    const lu = kornGraubard(strates as readonly StrateVerifiee[])
    expect(lu?.part).toBeCloseTo(part as number, 12)
    expect(lu?.nEffectif).toBeCloseTo(nEffectif as number, 9)
    expect(lu?.intervalle.bas).toBeCloseTo(bas as number, 10)
    expect(lu?.intervalle.haut).toBeCloseTo(haut as number, 10)
  })

  it('sans défaut nulle part est celui de Clopper et Pearson sur tout ce qui est vérifié', () => {
    expect(kornGraubard([strate(900, 20, 0), strate(100, 10, 0)])?.intervalle).toEqual(clopperPearson(0, 30))
  })

  it('ne compte pas une strate où rien n’est vérifié, et n’existe pas si rien ne l’est', () => {
    const [avec, sans] = [[strate(900, 20, 3), strate(100, 0, 0)], [strate(900, 20, 3)]]
    expect(kornGraubard(avec)).toEqual(kornGraubard(sans))
    expect(kornGraubard([strate(900, 0, 0)])).toBeNull()
    expect(kornGraubard([])).toBeNull()
  })

  it('reste dans [0, 1], contient la part, et ne dépend pas de l’ordre des strates', () => {
    const une = fc
      .tuple(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([effectif, verifies, p]) => strate(effectif, verifies, Math.round(p * verifies)))
    fc.assert(
      fc.property(fc.array(une, { minLength: 1, maxLength: 8 }), (strates) => {
        const [lu, renverse] = [kornGraubard(strates), kornGraubard(strates.toReversed())]
        if (lu === null || renverse === null) return lu === renverse
        const { part, intervalle } = lu
        expect(renverse.part).toBeCloseTo(part, 12)
        expect(renverse.intervalle.haut).toBeCloseTo(intervalle.haut, 8)
        return (
          0 <= intervalle.bas &&
          intervalle.bas <= part + 1e-12 &&
          part <= intervalle.haut + 1e-12 &&
          intervalle.haut <= 1
        )
      }),
    )
  })
})
