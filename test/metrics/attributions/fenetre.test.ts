import { describe, expect, it } from 'vitest'
import { enJour, enMois, jourDuNumero, moisEntre, numeroDuJour } from '../../../ingest/socle/jour.ts'
import { estimerAchevement } from '../../../metrics/attributions/achevement.ts'
import { extractionDe, fenetreDe } from '../../../metrics/attributions/fenetre.ts'
import { cumulsDe, triangleDe } from '../../../metrics/attributions/triangle.ts'
import { DOUZE, regulieres, saisie, vuesLe } from './saisies.ts'

describe('le jour de l’extraction', () => {
  const FIN_AOUT = enJour('2026-08-31')
  const jours = (...saisies: readonly string[]) => saisies.map((jour) => numeroDuJour(enJour(jour)))

  it.each([
    ['rien de saisi après sa date', ['2026-08-30'], '2026-08-31'],
    ['huit jours de saisies de plus', ['2026-09-01', '2026-09-04', '2026-09-08'], '2026-09-08'],
    ['sept jours sans saisie, et une encore', ['2026-09-07'], '2026-09-07'],
    ['une date isolée, plus de sept jours après : une faute de frappe', ['2026-09-08'], '2026-08-31'],
    ['des dates loin dans l’avenir', ['2026-09-02', '2027-01-05'], '2026-09-02'],
  ])('%s', (_, saisies, extraction) => {
    expect(extractionDe(FIN_AOUT, [...jours(...saisies), null])).toBe(extraction)
  })

  it('au-delà de quarante-cinq jours, ce ne peut plus être une extraction', () => {
    const suite = Array.from({ length: 60 }, (_, i) => numeroDuJour(FIN_AOUT) + 1 + i)
    expect(extractionDe(FIN_AOUT, suite)).toBe('2026-10-15')
  })

  it('les douze mois restent ceux de l’instantané, et vieillissent au jour de l’extraction', () => {
    const fenetre = fenetreDe(FIN_AOUT, enJour('2026-09-08'))
    expect(fenetre.mois.at(-1)).toBe('2026-08')
    expect(fenetre.anniversaires.slice(0, 2).map(jourDuNumero)).toEqual(['2026-09-08', '2026-08-08'])
  })
})

describe('les mois et les âges', () => {
  it('douze mois finissent avec celui de l’instantané', () => {
    expect(DOUZE).toEqual(moisEntre(enMois('2025-11'), enMois('2026-10')))
  })

  it.each([
    ['2026-10-31', ['2026-10-31', '2026-09-30', '2026-08-31']],
    ['2026-02-28', ['2026-02-28', '2026-01-31', '2025-12-31']],
    ['2026-11-02', ['2026-11-02', '2026-10-02', '2026-09-02']],
    ['2026-03-30', ['2026-03-30', '2026-02-28', '2026-01-30']],
  ])('au %s, un mois vieillit aux mêmes jours que celui de l’instantané', (instantane, attendus) => {
    expect(fenetreDe(enJour(instantane)).anniversaires.slice(0, 3).map(jourDuNumero)).toEqual(attendus)
  })

  it('aucun mois de la fenêtre n’a perdu de radiation : le premier jour du premier est à moins d’un an', () => {
    for (const instantane of ['2026-10-31', '2026-11-02', '2026-02-28', '2028-02-29']) {
      const { mois } = fenetreDe(enJour(instantane))
      // Kept: radiated on a day whose anniversary is not before the snapshot.
      const [annee = 0, suite = ''] = [Number(mois[0]?.slice(0, 4)) + 1, mois[0]?.slice(4)]
      expect(`${annee}${suite}-01` >= instantane.slice(0, 8)).toBe(true)
    }
  })

  it('la dernière diagonale est aussi pleine que les autres, quel que soit le jour de l’instantané', () => {
    const toutes = regulieres(moisEntre(enMois('2025-09'), enMois('2026-11')), [3, 20, 45])
    for (const instantane of ['2026-10-31', '2026-11-02', '2026-11-15']) {
      const fenetre = fenetreDe(enJour(instantane))
      const { parts } = estimerAchevement(cumulsDe(vuesLe(enJour(instantane), toutes), fenetre))
      const dernier = fenetre.mois.length - 2
      const ligne = cumulsDe(vuesLe(enJour(instantane), toutes), fenetre)[dernier] ?? []
      const precedente = cumulsDe(vuesLe(enJour(instantane), toutes), fenetre)[dernier - 1] ?? []
      expect(Math.abs((ligne.at(-1) ?? 0) / 31 - (precedente[1] ?? 0) / 31)).toBeLessThan(0.25)
      expect(parts[4]).toBeGreaterThan(0.98)
    }
  })

  it('le triangle compte par mois de signature et mois jusqu’à la saisie, cases vides comprises dans rien', () => {
    const saisies = [
      saisie(enJour('2026-01-30'), 1, 2),
      saisie(enJour('2026-01-30'), 2),
      saisie(enJour('2026-01-05'), 60),
      saisie(enJour('2026-02-01'), -1),
    ]
    expect(triangleDe(saisies)).toEqual([
      { mois: '2026-01', retard: 0, n: 2 },
      { mois: '2026-01', retard: 1, n: 1 },
      { mois: '2026-01', retard: 2, n: 1 },
    ])
  })
})
