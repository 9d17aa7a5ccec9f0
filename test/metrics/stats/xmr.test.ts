import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanMovingRange, movingRanges } from '../../../metrics/stats/moving-range.ts'
import { xmr } from '../../../metrics/stats/xmr.ts'
import { mensuelles } from './arbitraires.ts'
import { lire, SANS_VECTEURS, titre } from './vecteurs.ts'

const SANS_ECRAN = { ecran: Number.POSITIVE_INFINITY }

describe('Étendues mobiles', () => {
  it('Une étendue sépare deux mois qui se suivent, aucune n’enjambe un mois manquant', () => {
    expect(movingRanges([1, 4, null, 10, 8])).toEqual([3, 2])
    expect(movingRanges([1, null, 4, null])).toEqual([])
    expect(movingRanges([])).toEqual([])
  })

  it('Une étendue égale à 3,267 fois la moyenne est écartée, juste en dessous elle reste', () => {
    // Ranges 3267, 250, 250 and 233, of mean 1000; then 3266, of mean 999.75.
    expect(meanMovingRange([0, 3267, 3017, 3267, 3034])).toBeCloseTo(733 / 3, 10)
    expect(meanMovingRange([0, 3266, 3016, 3266, 3033])).toBeCloseTo(999.75, 10)
  })

  it('L’écran ne passe qu’une fois', () => {
    // Ranges 1 ×11, 8, 80: 80 goes; 8 ≥ 3.267 × 19/12 = 5.17 would go at a second pass, and stays.
    const valeurs = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 9, 89]
    expect(meanMovingRange(valeurs)).toBeCloseTo(19 / 12, 12)
  })

  it('Des mois tous égaux ont une étendue moyenne de 0, un mois seul n’en a pas', () => {
    expect(meanMovingRange([3, 3, 3])).toBe(0)
    expect(meanMovingRange([3])).toBeNull()
  })
})

describe('Carte XmR', () => {
  const publiee = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

  it('L’exemple de NHSRplotthedots, avec écran : 4,604444, 1,944444 et −0,715556', () => {
    const carte = xmr(publiee)
    expect(carte?.limites?.haut).toBeCloseTo(4.604444, 6)
    expect(carte?.moyenne).toBeCloseTo(1.944444, 6)
    expect(carte?.limites?.bas).toBeCloseTo(-0.715556, 6)
  })

  it('Le même sans écran : 6,951503 et −3,062614', () => {
    const carte = xmr(publiee, SANS_ECRAN)
    expect(carte?.limites?.haut).toBeCloseTo(6.951503, 5)
    expect(carte?.limites?.bas).toBeCloseTo(-3.062614, 5)
  })

  it.skipIf(SANS_VECTEURS)(titre('L’exercice 6.5 de Montgomery, avec 3/1,128 et les vingt premiers points'), () => {
    const lignes = lire('qicharts2_ex_6.5_3.csv')
    const base = lignes.filter((l) => l('baseline') === '1').map((l) => Number(l('y')))
    expect(base).toHaveLength(20)
    const carte = xmr(base, { constante: 3 / 1.128 })
    for (const ligne of lignes) {
      expect(carte?.moyenne).toBeCloseTo(Number(ligne('cl')), 9)
      expect(carte?.limites?.bas).toBeCloseTo(Number(ligne('lcl')), 9)
      expect(carte?.limites?.haut).toBeCloseTo(Number(ligne('ucl')), 9)
    }
  })

  it('Sans valeur il n’y a pas de carte ; une valeur seule a une moyenne et pas de limites', () => {
    expect(xmr([])).toBeNull()
    expect(xmr([null, null])).toBeNull()
    expect(xmr([4])).toEqual({ moyenne: 4, limites: null })
    expect(xmr([4, null, 6])).toEqual({ moyenne: 5, limites: null })
  })

  it('Des mois tous égaux ont leurs limites sur leur moyenne, sans erreur d’arrondi', () => {
    expect(xmr(Array.from({ length: 12 }, () => 0.1))).toEqual({ moyenne: 0.1, limites: { bas: 0.1, haut: 0.1 } })
  })

  it('Les limites encadrent la moyenne à égale distance, jamais indéfinies', () => {
    fc.assert(
      fc.property(mensuelles(1), (valeurs) => {
        const carte = xmr(valeurs)
        if (carte === null) return valeurs.every((v) => v === null)
        if (carte.limites === null) return movingRanges(valeurs).length === 0 && Number.isFinite(carte.moyenne)
        const { bas, haut } = carte.limites
        return bas <= carte.moyenne && carte.moyenne <= haut && Math.abs(bas + haut - 2 * carte.moyenne) < 1e-9
      }),
    )
  })

  it('La carte suit un décalage et un changement d’unité', () => {
    fc.assert(
      fc.property(
        mensuelles(2),
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 0, max: 6 }),
        (v, d, puissance) => {
          const u = 2 ** puissance
          const [carte, autre] = [xmr(v), xmr(v.map((x) => (x === null ? null : x * u + d)))]
          if (carte === null || autre === null) return
          expect(autre.moyenne).toBeCloseTo(carte.moyenne * u + d, 7)
          expect(autre.limites === null).toBe(carte.limites === null)
          if (carte.limites === null || autre.limites === null) return
          expect(autre.limites.bas).toBeCloseTo(carte.limites.bas * u + d, 7)
          expect(autre.limites.haut).toBeCloseTo(carte.limites.haut * u + d, 7)
        },
      ),
    )
  })

  it('Lue à rebours la série a la même carte', () => {
    fc.assert(
      fc.property(mensuelles(2), (valeurs) => {
        const [carte, envers] = [xmr(valeurs), xmr(valeurs.toReversed())]
        expect(envers === null).toBe(carte === null)
        if (carte === null || envers === null) return
        expect(envers.moyenne).toBeCloseTo(carte.moyenne, 9)
        if (carte.limites !== null) expect(envers.limites?.haut).toBeCloseTo(carte.limites.haut, 9)
      }),
    )
  })
})
