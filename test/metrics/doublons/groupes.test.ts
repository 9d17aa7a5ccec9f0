import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grouper } from '../../../metrics/doublons/groupes.ts'

const lien = (x: string, y: string) => (x < y ? { a: x, b: y } : { a: y, b: x })

describe('les groupes', () => {
  it('réunissent ce qui est lié de proche en proche, dans l’ordre des numéros', () => {
    expect(grouper([lien('D', 'E'), lien('A', 'C'), lien('B', 'C')])).toEqual([
      { groupe: 1, numeros: ['A', 'B', 'C'] },
      { groupe: 2, numeros: ['D', 'E'] },
    ])
  })

  it('ne dépendent pas de l’ordre des paires, et mettent chaque numéro dans un seul groupe', () => {
    const numero = fc.integer({ min: 0, max: 30 }).map((n) => `N${String(n).padStart(2, '0')}`)
    const paires = fc.array(
      fc.tuple(numero, numero).filter(([x, y]) => x !== y),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(paires, (tirees) => {
        const liens = tirees.map(([x, y]) => lien(x, y))
        const groupes = grouper(liens)
        expect(grouper(liens.toReversed())).toEqual(groupes)
        const tous = groupes.flatMap(({ numeros }) => numeros)
        expect(new Set(tous).size).toBe(tous.length)
        for (const { a, b } of liens)
          expect(groupes.some(({ numeros: n }) => n.includes(a) && n.includes(b))).toBe(true)
      }),
    )
  })
})
