import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countQuantile } from '../../../metrics/stats/negative-binomial.ts'

/** P(N < u) + half of P(N = u), term by term. */
const milieu = (u: number, moyenne: number, variance: number): number => {
  const taille = moyenne ** 2 / (variance - moyenne)
  const p = taille / (taille + moyenne)
  let terme = p ** taille
  let total = 0
  for (let k = 0; k < u; k++) {
    total += terme
    terme *= ((k + taille) / (k + 1)) * (1 - p)
  }
  return total + terme / 2
}

describe('le quantile d’un compte à venir', () => {
  it('tombe où la probabilité sommée terme à terme passe le seuil', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 5, max: 300, noNaN: true }),
        fc.double({ min: 1.05, max: 6, noNaN: true }),
        fc.constantFrom(0.05, 0.5, 0.95),
        (moyenne, exces, q) => {
          const u = countQuantile(q, moyenne, moyenne * exces)
          // Interpolated between whole numbers: right to less than one of them on each side.
          if (u >= 1) expect(milieu(Math.floor(u) - 1, moyenne, moyenne * exces)).toBeLessThan(q)
          expect(milieu(Math.ceil(u) + 1, moyenne, moyenne * exces)).toBeGreaterThan(q - 1e-9)
        },
      ),
    )
  })

  it('croît avec q, et vaut 0 où rien n’est attendu', () => {
    expect(countQuantile(0.95, 0, 0)).toBe(0)
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (moyenne) => {
        const v = moyenne * 1.5
        expect(countQuantile(0.05, moyenne, v)).toBeLessThanOrEqual(countQuantile(0.95, moyenne, v))
      }),
    )
  })
})
