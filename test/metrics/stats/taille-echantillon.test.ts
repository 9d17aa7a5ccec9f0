import { describe, expect, it } from 'vitest'
import { clopperPearson } from '../../../metrics/stats/clopper-pearson.ts'
import { tailleMinimale } from '../../../metrics/stats/taille-echantillon.ts'

describe('La plus petite taille dont l’intervalle tient dans ± 5 points', () => {
  it.each([
    // scipy.stats.beta.ppf 1.17.1, every size tried from 1.
    [0.5, 0.05, 402],
    [0.3, 0.05, 364],
    [0.2, 0.05, 298],
    [0.1, 0.05, 202],
    [0.9, 0.05, 202],
    [0.05, 0.05, 142],
    [0.02, 0.05, 102],
    [0.5, 0.1, 104],
    [0.5, 0.03, 1098],
  ])('autour de %f, à ± %f, est %i', (part, marge, attendue) => {
    expect(tailleMinimale(part, marge)).toBe(attendue)
  })

  it('sans défaut a sa forme close : le premier n où 1 − 0,025^(1/n) ne dépasse plus 5 %', () => {
    expect(tailleMinimale(0)).toBe(Math.ceil(Math.log(0.025) / Math.log(0.95)))
  })

  it('sans rien attendre est celle de la moitié, à deux demandes près la plus grande de toutes', () => {
    expect(tailleMinimale()).toBe(402)
    // The wider side of an interval that is not even: a little more is wanted near the half than at it.
    for (let p = 0; p <= 1; p += 0.05) expect(tailleMinimale(p)).toBeLessThanOrEqual(404)
  })

  it('avec un cas de moins ne tient plus, avec tous les suivants tient encore', () => {
    const tient = (n: number) => {
      const ic = clopperPearson(0.1 * n, n)
      return ic !== null && 0.1 - ic.bas <= 0.05 && ic.haut - 0.1 <= 0.05
    }
    expect(tient(201)).toBe(false)
    for (let n = 202; n < 500; n++) expect([n, tient(n)]).toEqual([n, true])
  })
})
