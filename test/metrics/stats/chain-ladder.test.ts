import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainLadder } from '../../../metrics/stats/chain-ladder.ts'
import { lire, SANS_VECTEURS, titre } from './vecteurs.ts'

const raa = (): number[][] => {
  const lignes = lire('chainladder_raa.csv')
  const annees = [...new Set(lignes.map((l) => l('origin')))].sort()
  return annees.map((annee) =>
    lignes
      .filter((l) => l('origin') === annee)
      .sort((a, b) => Number(a('development')) - Number(b('development')))
      .map((l) => Number(l('values'))),
  )
}

const FACTEURS = [2.999359, 1.623523, 1.270888, 1.171675, 1.113385, 1.041935, 1.033264, 1.016936, 1.009217]
const SIGMA2 = ['27883', '1109', '691', '61.2', '119', '40.8', '1.34', '7.88']
const ERREURS = [206, 623, 747, 1469, 2002, 2209, 5358, 6333, 24566]
/** Half of the last digit that was printed. */
const demiUnite = (imprime: string) => 0.5001 * 10 ** -(/\.(\d+)/.exec(imprime)?.[1]?.length ?? 0)

describe('la méthode de Mack donne les chiffres publiés pour le triangle RAA', () => {
  it.skipIf(SANS_VECTEURS)(titre('facteurs de développement, à 1e-5'), () => {
    const { facteurs } = chainLadder(raa())
    expect(facteurs).toHaveLength(FACTEURS.length)
    for (const [j, attendu] of FACTEURS.entries()) expect(Math.abs((facteurs[j] ?? 0) - attendu)).toBeLessThan(1e-5)
  })

  it.skipIf(SANS_VECTEURS)(titre('réserve totale, à 1e-5 près de sa valeur relative'), () => {
    const total = chainLadder(raa()).reserves.reduce((a, b) => a + b, 0)
    expect(Math.abs(total - 52_135.228)).toBeLessThan(6e-4)
  })

  it.skipIf(SANS_VECTEURS)(titre('sigma², le dernier par extrapolation'), () => {
    const { sigma2 } = chainLadder(raa())
    for (const [j, imprime] of SIGMA2.entries())
      expect(Math.abs((sigma2[j] ?? 0) - Number(imprime))).toBeLessThan(demiUnite(imprime))
    const [a = 0, b = 0] = [sigma2[6], sigma2[7]]
    expect(sigma2[8]).toBe(Math.min(b ** 2 / a, a, b))
  })

  it.skipIf(SANS_VECTEURS)(titre('erreurs types des réserves, à l’unité'), () => {
    const { erreurs } = chainLadder(raa())
    expect(erreurs[0]).toBe(0)
    expect(erreurs.slice(1).map(Math.round)).toEqual(ERREURS)
  })
})

const triangle = fc.integer({ min: 2, max: 8 }).chain((n) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
    .map((lignes) =>
      lignes.map((ligne, i) => {
        let total = 0
        return ligne.slice(0, n - i).map((x) => {
          total += x
          return total
        })
      }),
    ),
)

describe('la méthode de Mack', () => {
  it('ne donne jamais moins que ce qui est connu', () => {
    fc.assert(
      fc.property(triangle, (cumuls) => {
        expect(chainLadder(cumuls).reserves.every((r) => r >= -1e-9)).toBe(true)
      }),
    )
  })

  it('dans une autre unité, donne les mêmes facteurs et des réserves à proportion', () => {
    fc.assert(
      fc.property(triangle, fc.integer({ min: 2, max: 50 }), (cumuls, k) => {
        const un = chainLadder(cumuls)
        const autre = chainLadder(cumuls.map((ligne) => ligne.map((x) => x * k)))
        for (const [j, facteur] of un.facteurs.entries()) expect(autre.facteurs[j]).toBeCloseTo(facteur, 9)
        for (const [i, reserve] of un.reserves.entries()) expect(autre.reserves[i]).toBeCloseTo(k * reserve, 5)
      }),
    )
  })

  it('n’ajoute rien à un triangle où tout est connu dès le premier âge', () => {
    const cumuls = [5, 8, 3].map((x, i) => Array.from({ length: 3 - i }, () => x))
    expect(chainLadder(cumuls)).toMatchObject({ finaux: [5, 8, 3], reserves: [0, 0, 0], erreurs: [0, 0, 0] })
  })
})
