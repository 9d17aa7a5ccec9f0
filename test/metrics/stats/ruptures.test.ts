import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enMois, moisPlus } from '../../../ingest/socle/jour.ts'
import { serie } from '../../../metrics/stats/serie.ts'
import { mensuelles } from './arbitraires.ts'

const DEBUT = enMois('2024-01')
const rang = (i: number) => moisPlus(DEBUT, i)
const mensuel = (valeurs: readonly (number | null)[]) =>
  valeurs.map((valeur, i) => ({ mois: rang(i), valeur, n: valeur === null ? null : 100, en_cours: false }))

/** Ten days, then five from the thirteenth month on, then a drift from the twenty-fifth. */
const avant = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9]
const apres = [5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 5, 4]
const derive = [7, 9, 11]

describe('Des limites calculées de nouveau', () => {
  const points = serie(mensuel([...avant, ...apres, ...derive]), 'jours', 'flux', [rang(12)])

  it('chaque période a sa moyenne : dix jours avant, cinq après', () => {
    expect(points.slice(0, 12).map(({ moyenne }) => moyenne)).toEqual(Array(12).fill(10))
    expect(points.slice(12).map(({ moyenne }) => moyenne)).toEqual(Array(15).fill(5))
  })

  it('sont figées sur douze mois : 5 ± 2,66 jours, que la dérive n’élargit pas', () => {
    for (const { limite_basse, limite_haute } of points.slice(12)) {
      expect(limite_basse).toBeCloseTo(5 - 2.66, 9)
      expect(limite_haute).toBeCloseTo(5 + 2.66, 9)
    }
    expect(points.slice(24).map(({ signal }) => signal)).toEqual(['DEUX_SUR_TROIS', 'HORS_LIMITES', 'HORS_LIMITES'])
  })

  it('sont provisoires tant que moins de douze mois les font', () => {
    expect(points.some(({ provisoire }) => provisoire)).toBe(false)
    const courts = serie(mensuel([...avant, 5, 6, 5]), 'jours', 'flux', [rang(12)])
    expect(courts.map(({ provisoire }) => provisoire)).toEqual([...Array(12).fill(false), ...Array(3).fill(true)])
  })

  it('aucune suite ne traverse le changement : ce qui le précède se juge comme s’il était seul', () => {
    const cote = [9, 11, 9, 11, 9, 10, 10, 10, 12, 12, 12, 14, 13, 14, 14, 5, 5, 6]
    const signaux = serie(mensuel(cote), 'jours', 'flux', [rang(11)])
    const avantSeul = serie(mensuel(cote.slice(0, 11)), 'jours')
    expect(signaux.slice(0, 11)).toEqual(avantSeul)
  })

  it('hors de la série, un changement ne change rien ; le même deux fois n’en fait qu’un', () => {
    fc.assert(
      fc.property(mensuelles(), (tirees) => {
        const valeurs = mensuel(tirees)
        const seule = serie(valeurs, 'part')
        expect(serie(valeurs, 'part', 'flux', [enMois('2999-01')])).toEqual(seule)
        const milieu = seule[Math.floor(seule.length / 2)]?.mois
        if (milieu === undefined) return
        expect(serie(valeurs, 'part', 'flux', [milieu, milieu])).toEqual(serie(valeurs, 'part', 'flux', [milieu]))
        expect(serie(valeurs, 'part', 'flux', [milieu]).map(({ mois, valeur }) => [mois, valeur])).toEqual(
          seule.map(({ mois, valeur }) => [mois, valeur]),
        )
      }),
    )
  })
})
