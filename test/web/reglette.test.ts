import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enMultiples, lineaire } from '../../web/charts/reglette.ts'

const seuils = fc.double({ min: 0.01, max: 100, noNaN: true })
const multiples = fc.double({ min: 0, max: 60, noNaN: true })

describe('l’échelle en multiples du seuil', () => {
  it('met le seuil au quart de la ligne, quel qu’il soit, et rien hors de la ligne', () => {
    fc.assert(
      fc.property(seuils, multiples, (seuil, n) => {
        expect(enMultiples(seuil)(seuil)).toBeCloseTo(0.25, 10)
        expect(enMultiples(seuil)(0)).toBe(0)
        expect(enMultiples(seuil)(n * seuil)).toBeLessThan(1)
      }),
    )
  })

  it('ne met jamais au même endroit deux écarts différents', () => {
    fc.assert(
      fc.property(seuils, multiples, multiples, (seuil, a, b) => {
        fc.pre(Math.abs(a - b) > 1e-6)
        expect(enMultiples(seuil)(a * seuil) < enMultiples(seuil)(b * seuil)).toBe(a < b)
      }),
    )
  })

  it('sépare de plus d’un demi-symbole huit et seize fois le seuil', () => {
    expect((enMultiples(2)(32) - enMultiples(2)(16)) * 128).toBeGreaterThan(5.5)
  })
})

describe('l’échelle d’une colonne', () => {
  it.each([
    [0, 0],
    [5, 0.5],
    [10, 1],
    [11, 1],
  ])('de zéro à dix met %d à %d de la ligne', (valeur, place) => {
    expect(lineaire(10)(valeur)).toBe(place)
  })
})
