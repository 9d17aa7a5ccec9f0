import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grouper, type Lien } from '../../../metrics/doublons/groupes.ts'

const lien = (x: string, y: string, probabilite = 0.9): Lien => ({
  ...(x < y ? { a: x, b: y } : { a: y, b: x }),
  probabilite,
})

const lies = (liens: readonly Lien[], x: string, y: string): boolean =>
  liens.some(({ a, b }) => (a === x && b === y) || (a === y && b === x))

describe('les groupes', () => {
  it('réunissent ce qui est lié deux à deux, dans l’ordre des numéros', () => {
    expect(grouper([lien('D', 'E'), lien('A', 'C'), lien('B', 'C'), lien('A', 'B')])).toEqual([
      { groupe: 1, numeros: ['A', 'B', 'C'] },
      { groupe: 2, numeros: ['D', 'E'] },
    ])
  })

  it('se coupent au maillon le plus faible quand deux demandes n’ont rien l’une de l’autre', () => {
    expect(grouper([lien('A', 'B', 0.7), lien('B', 'C', 0.99)])).toEqual([{ groupe: 1, numeros: ['B', 'C'] }])
    const deux = [lien('A', 'B', 0.9), lien('C', 'D', 0.9), lien('B', 'C', 0.6)]
    expect(grouper(deux).map(({ numeros }) => numeros)).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
  })

  it('ne dépendent pas de l’ordre des paires, et ne mettent personne avec qui lui est étranger', () => {
    const numero = fc.integer({ min: 0, max: 30 }).map((n) => `N${String(n).padStart(2, '0')}`)
    const paires = fc.array(
      fc
        .tuple(numero, numero, fc.integer({ min: 1, max: 100 }))
        .filter(([x, y]) => x !== y)
        .map(([x, y, p]) => lien(x, y, p / 100)),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(paires, (tires) => {
        const liens = [...new Map(tires.map((l) => [`${l.a} ${l.b}`, l])).values()]
        const groupes = grouper(liens)
        expect(grouper(liens.toReversed())).toEqual(groupes)
        const tous = groupes.flatMap(({ numeros }) => numeros)
        expect(new Set(tous).size).toBe(tous.length)
        for (const { numeros } of groupes) {
          expect(numeros.length).toBeGreaterThan(1)
          for (const x of numeros) for (const y of numeros) expect(x === y || lies(liens, x, y)).toBe(true)
        }
      }),
    )
  })
})
