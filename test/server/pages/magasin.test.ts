import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMagasin } from '../../../server/pages/magasin.ts'

const MAX = 10_000

it('ne tient jamais plus d’octets que sa borne, quoi qu’on y range', () => {
  const acte = fc.record({ cle: fc.string({ maxLength: 5 }), poids: fc.nat(5000) })
  fc.assert(
    fc.property(fc.array(acte, { maxLength: 200 }), (actes) => {
      const magasin = createMagasin<string>(MAX)
      for (const { cle, poids } of actes) {
        magasin.ranger(cle, cle, poids)
        expect(magasin.octets).toBeLessThanOrEqual(MAX)
        expect(magasin.trouver(cle) ?? cle).toBe(cle)
      }
      magasin.vider()
      expect(magasin.octets).toBe(0)
    }),
  )
})

it('oublie d’abord ce qu’on n’a pas demandé depuis le plus longtemps', () => {
  const magasin = createMagasin<number>(MAX)
  for (const cle of ['a', 'b', 'c', 'd']) magasin.ranger(cle, 1, 2200)
  magasin.trouver('a')
  magasin.ranger('e', 1, 2200)
  expect(['a', 'b', 'c', 'd', 'e'].map((cle) => magasin.trouver(cle) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
    true,
  ])
})

it('ne garde pas ce qui prendrait à lui seul le quart de la place', () => {
  const magasin = createMagasin<number>(MAX)
  magasin.ranger('petite', 1, 10)
  magasin.ranger('grosse', 2, 2400)
  expect([magasin.trouver('petite'), magasin.trouver('grosse')]).toEqual([1, undefined])
})

it('compte une fois ce qu’on range deux fois', () => {
  const magasin = createMagasin<number>(MAX)
  magasin.ranger('a', 1, 1000)
  const { octets } = magasin
  magasin.ranger('a', 2, 1000)
  expect([magasin.octets, magasin.trouver('a')]).toEqual([octets, 2])
})
