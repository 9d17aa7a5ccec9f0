import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChange } from '../../../reports/narrative/changement.ts'

const part = (valeur: number | null, ic_bas: number | null, ic_haut: number | null) => ({ valeur, ic_bas, ic_haut })
const nombre = (valeur: number | null) => part(valeur, null, null)

describe('un chiffre a changé', () => {
  it.each([
    ['les deux intervalles ne se touchent pas', 0.1, 0.14, 0.141, 0.2, true],
    ['ils se touchent', 0.1, 0.14, 0.14, 0.2, false],
    ['ils se recouvrent', 0.1, 0.16, 0.14, 0.2, false],
  ])('d’une part, quand %s : %s', (_, bas, haut, basApres, hautApres, attendu) => {
    expect(aChange('part', part(0.12, bas, haut), part(0.17, basApres, hautApres))).toBe(attendu)
    expect(aChange('part', part(0.17, basApres, hautApres), part(0.12, bas, haut))).toBe(attendu)
  })

  it('d’un nombre, au-delà de trois écarts types : 100 et 145 sont pareils, 100 et 149 non', () => {
    // 45 < 3 × √245 = 46,96 ; 49 > 3 × √249 = 47,34.
    expect(aChange('nombre', nombre(100), nombre(145))).toBe(false)
    expect(aChange('nombre', nombre(100), nombre(149))).toBe(true)
  })

  it('jamais quand l’un des deux n’est pas connu, ou pas son intervalle', () => {
    expect(aChange('part', part(null, null, null), part(0.5, 0.4, 0.6))).toBe(false)
    expect(aChange('part', part(0.1, 0.05, 0.2), part(null, null, null))).toBe(false)
    expect(aChange('jours', part(3, null, null), part(30, 28, 32))).toBe(false)
  })

  it('jamais de moins d’un dixième de ce qu’il était, si sûr que ce soit', () => {
    expect(aChange('nombre', nombre(1_000_000), nombre(1_099_999))).toBe(false)
    expect(aChange('nombre', nombre(1_000_000), nombre(1_100_000))).toBe(true)
  })

  it('dans un sens comme dans l’autre pour un intervalle', () => {
    const borne = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(borne, borne, borne, borne, (a, b, c, d) => {
        const [avant, apres] = [
          part((a + b) / 2, Math.min(a, b), Math.max(a, b)),
          part((c + d) / 2, Math.min(c, d), Math.max(c, d)),
        ]
        const separes = Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b)
        if (!separes) expect(aChange('part', avant, apres)).toBe(false)
      }),
    )
  })
})
