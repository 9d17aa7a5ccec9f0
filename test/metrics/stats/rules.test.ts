import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Points } from '../../../metrics/stats/point.ts'
import { findSignals, flagOneSided, flagTrends, flagTwoOfThree } from '../../../metrics/stats/rules.ts'
import { xmr } from '../../../metrics/stats/xmr.ts'
import { mensuelles } from './arbitraires.ts'

/** Values held against a mean of 0 and limits at −3 and 3, two thirds at −2 and 2; null is a missing month. */
const points = (...valeurs: readonly (number | null)[]): Points =>
  valeurs.map((valeur) => (valeur === null ? null : { valeur, moyenne: 0, limites: { bas: -3, haut: 3 } }))

const surCarte = (valeurs: readonly (number | null)[]): Points => {
  const carte = xmr(valeurs)
  return valeurs.map((valeur) => (valeur === null || carte === null ? null : { valeur, ...carte }))
}

const bits = (marques: readonly boolean[]): string => marques.map(Number).join('')
const fois = (n: number, valeur: number): number[] => Array.from({ length: n }, () => valeur)

describe('Règle 1 : hors des limites', () => {
  it('Au-delà d’une limite, de chaque côté ; sur la limite, dedans', () => {
    expect(findSignals(points(3.001, 0, 3, 0, -3, 0, -3.001))).toEqual([
      'HORS_LIMITES',
      null,
      null,
      null,
      null,
      null,
      'HORS_LIMITES',
    ])
  })

  it('Sans limites rien n’est hors limites', () => {
    expect(findSignals([{ valeur: 900, moyenne: 900, limites: null }])).toEqual([null])
  })

  it('Douze mois égaux ne signalent rien, quelle que soit leur valeur', () => {
    for (const valeur of [0, 0.1, 1 / 3, 7, 1e9 / 7])
      expect(findSignals(surCarte(fois(12, valeur))).filter(Boolean)).toEqual([])
  })

  it('L’écran porte sur les étendues : 1 et −1 huit fois, les deux derniers à 5,5 et −5,5, ne signalent rien', () => {
    const valeurs = [...Array.from({ length: 14 }, (_, i) => (i % 2 ? -1 : 1)), 5.5, -5.5]
    expect(findSignals(surCarte(valeurs)).filter(Boolean)).toEqual([])
  })
})

describe('Règle 2 : sept points qui montent ou qui descendent', () => {
  it.each([
    ['sept qui montent', [1, 2, 3, 4, 5, 6, 7], '1111111'],
    ['sept qui descendent', [7, 6, 5, 4, 3, 2, 1], '1111111'],
    ['six seulement', [1, 2, 3, 4, 5, 6], '000000'],
    ['une égalité rompt la suite', [1, 2, 3, 3, 4, 5, 6], '0000000'],
    ['sept entre deux retours', [2, 1, 2, 3, 4, 5, 6, 7, 3], '011111110'],
    ['huit de suite : les huit', [1, 2, 3, 4, 5, 6, 7, 8], '11111111'],
    ['un mois manquant rompt la suite', [1, 2, 3, 4, null, 5, 6, 7, 8], '000000000'],
    ['aucun point', [], ''],
  ])('%s', (_, valeurs, attendu) => {
    expect(bits(flagTrends(points(...valeurs)))).toBe(attendu)
  })
})

describe('Règle 3 : deux points sur trois près d’une limite', () => {
  // 1 is on the side of the mean, 2.5 beyond two thirds.
  it.each([
    ['0,0,1,0,1,0,0', [1, 1, 2.5, 1, 2.5, 1, 1], '0011100'],
    ['0,0,1,1,0,0,0', [1, 1, 2.5, 2.5, 1, 1, 1], '0111100'],
    ['le même sous la moyenne', [-1, -1, -2.5, -2.5, -1, -1, -1], '0111100'],
    ['des côtés qui alternent', [2.5, -2.5, 2.5, -2.5, 2.5], '00000'],
    ['un des trois de l’autre côté', [2.5, -0.1, 2.5], '000'],
    ['un des trois sur la moyenne', [2.5, 0, 2.5], '000'],
    ['sur les deux tiers, pas au-delà', [2, 2, 2], '000'],
    ['un seul près de la limite', [1, 2.5, 1], '000'],
    ['un point hors limites est au-delà des deux tiers', [3.5, 1, 2.5], '111'],
    ['un mois manquant rompt la suite', [2.5, null, 2.5], '000'],
    ['deux points seulement', [2.5, 2.5], '00'],
  ])('%s', (_, valeurs, attendu) => {
    expect(bits(flagTwoOfThree(points(...valeurs)))).toBe(attendu)
  })
})

describe('Règle 4 : sept points du même côté de la moyenne', () => {
  it.each([
    ['huit au-dessus puis un dessous : les huit', [...fois(8, 1), -1], '111111110'],
    ['six au-dessus', fois(6, 1), '000000'],
    ['six au-dessus puis un dessous', [...fois(6, 1), -1], '0000000'],
    ['sept dessous', fois(7, -1), '1111111'],
    ['un point sur la moyenne rompt la suite', [...fois(3, 1), 0, ...fois(4, 1)], '00000000'],
    ['un mois manquant rompt la suite', [...fois(4, 1), null, ...fois(4, 1)], '000000000'],
  ])('%s', (_, valeurs, attendu) => {
    expect(bits(flagOneSided(points(...valeurs)))).toBe(attendu)
  })
})

describe('La première règle qui tient', () => {
  it('Hors limites passe avant la tendance, la tendance avant deux sur trois, deux sur trois avant sept', () => {
    expect(findSignals(points(0.1, 0.5, 1, 1.5, 2.2, 2.5, 3.5, 1, 1))).toEqual([
      ...Array.from({ length: 6 }, () => 'TENDANCE'),
      'HORS_LIMITES',
      'DEUX_SUR_TROIS',
      'SEPT_MEME_COTE',
    ])
  })

  it('Un mois manquant n’a jamais de signal', () => {
    fc.assert(
      fc.property(mensuelles(), (valeurs) => {
        const signaux = findSignals(surCarte(valeurs))
        expect(signaux).toHaveLength(valeurs.length)
        return valeurs.every((valeur, i) => valeur !== null || signaux[i] === null)
      }),
    )
  })

  it('Un décalage, un changement d’unité, un renversement ou une lecture à rebours ne changent aucun signal', () => {
    fc.assert(
      fc.property(
        mensuelles(7),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 97 }),
        (valeurs, d, u) => {
          const signaux = findSignals(surCarte(valeurs))
          const autres = (f: (x: number) => number) =>
            findSignals(surCarte(valeurs.map((x) => (x === null ? null : f(x)))))
          expect(autres((x) => x + d)).toEqual(signaux)
          expect(autres((x) => x / u)).toEqual(signaux)
          expect(autres((x) => 1000 - x)).toEqual(signaux)
          expect(findSignals(surCarte(valeurs.toReversed())).toReversed()).toEqual(signaux)
        },
      ),
    )
  })
})
