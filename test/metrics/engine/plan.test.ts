import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../../ingest/socle/jour.ts'
import { planifier, planifierTout } from '../../../metrics/engine/plan.ts'

/** October 2026: S from 31 October on, S0 around 30 September, S⁻ from 1 May to 1 July. */
const OCTOBRE = enMois('2026-10')
const FIN = enJour('2026-10-31')

describe('l’instantané qui clôt un mois', () => {
  it.each([
    ['la veille de la fin', ['2026-10-30'], undefined],
    ['la fin', ['2026-10-31'], '2026-10-31'],
    ['le lendemain', ['2026-11-01'], '2026-11-01'],
    ['le premier de plusieurs', ['2026-11-03', '2026-11-01', '2026-11-02'], '2026-11-01'],
    ['aucun', [], undefined],
  ])('%s', (_, dates, attendu) => {
    expect(planifier(OCTOBRE, dates.map(enJour))?.s).toBe(attendu)
  })
})

describe('l’instantané du début d’un mois', () => {
  it.each([
    ['le plus proche de la veille du mois', ['2026-09-26', '2026-09-29', '2026-10-03'], '2026-09-29'],
    ['le plus proche, fût-il après', ['2026-09-26', '2026-10-03'], '2026-10-03'],
    ['à distance égale le plus ancien', ['2026-10-02', '2026-09-28'], '2026-09-28'],
    ['onze jours avant', ['2026-09-19'], null],
    ['dix jours avant', ['2026-09-20'], '2026-09-20'],
    ['dix jours après', ['2026-10-10'], '2026-10-10'],
    ['onze jours après', ['2026-10-11'], null],
    ['la veille même', ['2026-09-30', '2026-09-29', '2026-10-01'], '2026-09-30'],
    ['aucun', [], null],
  ])('%s', (_, dates, attendu) => {
    expect(planifier(OCTOBRE, [...dates.map(enJour), FIN])?.s0).toBe(attendu)
  })

  it('précède celui qui clôt : le même ne fait pas les deux', () => {
    expect(planifier(enMois('2026-02'), [enJour('2026-02-28')])).toEqual({
      mois: '2026-02',
      s: '2026-02-28',
      s0: null,
      sMoins: null,
    })
  })
})

describe('l’instantané de trois à cinq mois plus tôt', () => {
  it.each([
    ['la veille des cinq mois', ['2026-04-30'], null],
    ['cinq mois avant le mois', ['2026-05-01'], '2026-05-01'],
    ['le lendemain des cinq mois', ['2026-05-02'], '2026-05-02'],
    ['la veille des trois mois', ['2026-06-30'], '2026-06-30'],
    ['trois mois avant le mois', ['2026-07-01'], '2026-07-01'],
    ['le lendemain des trois mois', ['2026-07-02'], null],
    ['le dernier de plusieurs', ['2026-05-31', '2026-06-30', '2026-04-30'], '2026-06-30'],
    ['aucun', [], null],
  ])('%s', (_, dates, attendu) => {
    expect(planifier(OCTOBRE, [FIN, ...dates.map(enJour)])?.sMoins).toBe(attendu)
  })
})

describe('les mois que des instantanés closent', () => {
  it('sont celui où tombe un instantané, s’il en est la fin, et celui d’avant, dans l’ordre', () => {
    const plans = planifierTout([
      enJour('2026-11-30'),
      enJour('2026-09-02'),
      enJour('2026-10-31'),
      enJour('2026-12-25'),
    ])
    expect(plans.map(({ mois, s }) => [mois, s])).toEqual([
      ['2026-08', '2026-09-02'],
      ['2026-10', '2026-10-31'],
      ['2026-11', '2026-11-30'],
    ])
  })

  it('ne sont nommés qu’une fois, quand deux instantanés les closent', () => {
    expect(planifierTout([enJour('2026-10-31'), enJour('2026-11-02')]).map(({ mois, s }) => [mois, s])).toEqual([
      ['2026-10', '2026-10-31'],
    ])
  })
})
