import { describe, expect, it } from 'vitest'
import { estimerGlissement } from '../../../metrics/attributions/glissement.ts'

/** Six months of 400 leases: what is known at each age is the common share, 0.25, 0.5, 0.75 then all, to a power. */
const cumuls = (exposants: readonly number[]) =>
  exposants.map((exposant, i) =>
    [0.25, 0.5, 0.75, 1, 1, 1].slice(0, exposants.length - i).map((part) => Math.round(400 * part ** exposant)),
  )

/** Of those known at an age, those recorded at that age: 1 − 0.25/0.5, 1 − 0.5/0.75, 1 − 0.75/1, then none. */
const HASARDS = [0, 1 / 2, 1 / 3, 1 / 4, 0, 0]

describe('le glissement d’un mois par rapport au rythme commun', () => {
  it('des mois semblables n’en montrent aucun', () => {
    for (const exposant of estimerGlissement(cumuls([1, 1, 1, 1, 1, 1]), HASARDS).exposants)
      expect(Math.abs(exposant - 1)).toBeLessThan(0.02)
  })

  it('des mois plus lents se voient, et le dernier, qui n’a encore rien montré, suit celui d’avant', () => {
    const { exposants, variances } = estimerGlissement(cumuls([1, 1, 1, 2, 2, 2]), HASARDS)
    expect(exposants[5]).toBeCloseTo(1, 1)
    expect(exposants[1]).toBeGreaterThan(1.3)
    expect(exposants[0]).toBe(exposants[1])
    expect(variances[0]).toBeGreaterThan(variances[1] ?? 0)
  })

  it('des mois plus rapides aussi', () => {
    expect(estimerGlissement(cumuls([1, 1, 1, 0.4, 0.4, 0.4]), HASARDS).exposants[1]).toBeLessThan(0.75)
  })

  it('sans rien d’attendu, aucun', () => {
    expect(estimerGlissement([[3, 3], [2]], [0, 0]).exposants).toEqual([1, 1])
  })
})
