import { describe, expect, it } from 'vitest'
import { moisClos } from '../../../../ingest/ecrire.ts'
import { enJour, enMois } from '../../../../ingest/socle/jour.ts'
import { finFenetre } from '../../../../ingest/socle/regles/fenetre.ts'
import { planifier } from '../../../../metrics/engine/plan.ts'

describe('la fenêtre d’un mois', () => {
  it.each([
    ['2026-10', '2026-11-10'],
    ['2026-02', '2026-03-10'],
    ['2028-02', '2028-03-10'],
    ['2026-12', '2027-01-10'],
  ])('de %s s’arrête le %s', (mois, fin) => {
    expect(finFenetre(enMois(mois))).toBe(fin)
  })

  it.each([
    ['la veille de la fin du mois', '2026-10-30', '2026-09', false],
    ['le dernier jour du mois', '2026-10-31', '2026-10', true],
    ['le lendemain', '2026-11-01', '2026-10', true],
    ['le neuvième jour', '2026-11-09', '2026-10', true],
    ['le dixième jour', '2026-11-10', '2026-10', true],
    ['le onzième jour', '2026-11-11', null, false],
  ])('%s : un instantané clôt %s, et le chargement comme le calcul le disent', (_titre, date, clos, parle) => {
    expect(moisClos(enJour(date))).toBe(date === '2026-10-30' ? null : clos)
    expect(planifier(enMois('2026-10'), [enJour(date)])?.s ?? null).toBe(parle ? date : null)
  })

  it.each([
    ['onze jours avant la veille du mois', '2026-09-19', null],
    ['dix jours avant', '2026-09-20', '2026-09-20'],
    ['neuf jours avant', '2026-09-21', '2026-09-21'],
    ['la veille du mois', '2026-09-30', '2026-09-30'],
    ['neuf jours après', '2026-10-09', '2026-10-09'],
    ['dix jours après', '2026-10-10', '2026-10-10'],
    ['onze jours après', '2026-10-11', null],
  ])('S0, %s', (_titre, date, attendu) => {
    expect(planifier(enMois('2026-10'), [enJour(date), enJour('2026-10-31')])?.s0).toBe(attendu)
  })

  it('S0, à égale distance, est le plus ancien', () => {
    expect(planifier(enMois('2026-10'), [enJour('2026-09-25'), enJour('2026-10-05'), enJour('2026-10-31')])?.s0).toBe(
      '2026-09-25',
    )
  })

  it.each([
    ['la veille de cinq mois avant le début', '2026-04-30', null],
    ['cinq mois avant', '2026-05-01', '2026-05-01'],
    ['le lendemain', '2026-05-02', '2026-05-02'],
    ['la veille de trois mois avant', '2026-06-30', '2026-06-30'],
    ['trois mois avant', '2026-07-01', '2026-07-01'],
    ['le lendemain de trois mois avant', '2026-07-02', null],
  ])('S⁻, %s', (_titre, date, attendu) => {
    expect(planifier(enMois('2026-10'), [enJour(date), enJour('2026-10-31')])?.sMoins).toBe(attendu)
  })
})
