import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numeroter, type ServiceConnu } from '../../../server/acces/numeros.ts'

const jour = fc.integer({ min: 1, max: 28 }).map((j) => `2026-01-${String(j).padStart(2, '0')}`)
const services = (max: number) =>
  fc.uniqueArray(fc.record({ code: fc.string({ minLength: 1, maxLength: 6 }), premier: jour }), {
    maxLength: max,
    selector: ({ code }: ServiceConnu) => code,
  })

describe('les numéros des services sans nom', () => {
  it('sont à quatre chiffres, un par service', () => {
    fc.assert(
      fc.property(services(60), fc.string(), (connus, sel) => {
        const numeros = [...numeroter(connus, sel).values()]
        expect(new Set(numeros).size).toBe(connus.length)
        expect(numeros.every((n) => Number.isInteger(n) && n >= 1000 && n <= 9999)).toBe(true)
      }),
    )
  })

  it('ne changent pas quand d’autres services arrivent plus tard, quel que soit l’ordre où on les lit', () => {
    fc.assert(
      fc.property(services(60), services(60), fc.string(), (anciens, arrivants, sel) => {
        const connus = new Set(anciens.map(({ code }) => code))
        const nouveaux = arrivants
          .filter(({ code }) => !connus.has(code))
          .map(({ code, premier }) => ({ code, premier: premier.replace('2026', '2027') }))
        const avant = numeroter(anciens, sel)
        const apres = numeroter([...nouveaux, ...anciens.toReversed()], sel)
        for (const [code, numero] of avant) expect(apres.get(code)).toBe(numero)
      }),
    )
  })

  it('au-delà de ce que le hasard sépare, le plus récent tire à nouveau et l’ancien garde le sien', () => {
    const foule = Array.from({ length: 400 }, (_, i) => ({ code: `S${i}`, premier: '2026-01-01' }))
    const avant = numeroter(foule, 'sel')
    const apres = numeroter(
      [...foule, ...foule.map(({ code }) => ({ code: `N${code}`, premier: '2026-02-01' }))],
      'sel',
    )
    expect(new Set(apres.values()).size).toBe(800)
    for (const [code, numero] of avant) expect(apres.get(code)).toBe(numero)
  })

  it('ne sont pas les mêmes d’une installation à l’autre', () => {
    const foule = Array.from({ length: 20 }, (_, i) => ({ code: `S${i}`, premier: '2026-01-01' }))
    expect([...numeroter(foule, 'une').values()]).not.toEqual([...numeroter(foule, 'autre').values()])
  })
})
