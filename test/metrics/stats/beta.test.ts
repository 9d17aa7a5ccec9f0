import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaQuantile, incompleteBeta } from '../../../metrics/stats/beta.ts'

const forme = fc.double({ min: 0.1, max: 1e5, noNaN: true })
const probabilite = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })

describe('Fonction bêta incomplète', () => {
  it.each([
    // scipy.special.betainc, 1.17.1, and closed forms
    [0.3, 2, 5, 0.579825],
    [0.5, 0.5, 0.5, 0.5],
    [0.01, 1, 100, 0.6339676587267705],
    [0.9, 30, 2, 0.1695646331008649],
    [0.02, 20_500, 979_501, 0.0001892794225282155],
    [1e-5, 3, 1e6, 0.9972307404817266],
    [0.5, 1000, 1000, 0.5],
    [0.55, 1000, 1000, 0.999996316801131],
  ])('I(%f ; %f, %f) = %f', (x, a, b, attendu) => {
    expect(Math.abs(incompleteBeta(x, a, b) - attendu)).toBeLessThan(1e-12)
  })

  it('Aux deux bouts elle vaut 0 et 1, et son quantile aussi', () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1])
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
  })

  it('Elle reste dans [0, 1] et I(x ; a, b) = 1 − I(1 − x ; b, a)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), forme, forme, (i, a, b) => {
        const x = i / 2 ** 20
        const y = incompleteBeta(x, a, b)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(1)
        expect(Math.abs(y - (1 - incompleteBeta(1 - x, b, a)))).toBeLessThan(1e-11)
      }),
    )
  })

  it('Le quantile rend la probabilité dont il vient', () => {
    fc.assert(
      fc.property(probabilite, fc.integer({ min: 1, max: 1e5 }), fc.integer({ min: 1, max: 1e5 }), (q, a, b) => {
        expect(Math.abs(incompleteBeta(betaQuantile(q, a, b), a, b) - q)).toBeLessThan(1e-10)
      }),
    )
  })
})
