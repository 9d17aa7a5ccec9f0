import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../../ingest/socle/jour.ts'
import { bilansDesBailleurs, comites, compteRendu, formationDuService } from '../../../server/gestion/agenda/dues.ts'
import { type FaitConsigne, nParAn, semestriels, situer, type Tenue } from '../../../server/gestion/agenda/echeances.ts'

const jour = enJour
const tenue = (le: string, reunion: number | null = 1): Tenue => ({ le: jour(le), reunion })
const fait = (obligation: FaitConsigne['obligation'], periode: string, le: string, service: string | null = null) => ({
  ...{ obligation, periode, service },
  fait_le: jour(le),
})

describe('une échéance', () => {
  const due = {
    ...({ obligation: 'COMITE', periode: '2026-2', objet: '2e de 2026', precision: '', reunion: null } as const),
    // A Saturday.
    due: jour('2026-02-28'),
    faiteLe: null,
  }

  it.each([
    ['la veille', '2026-03-01', 'A_FAIRE', 0, 1],
    ['le jour ouvré qui suit', '2026-03-02', 'A_FAIRE', 0, 0],
    ['le lendemain', '2026-03-03', 'EN_RETARD', 1, 0],
  ] as const)('%s', (_, aujourdhui, etat, retard, reste) => {
    expect(situer(due, '013', jour(aujourdhui))).toMatchObject({ echeance: '2026-03-02', etat, retard, reste })
  })

  it.each([
    ['2026-02-10', 0],
    ['2026-03-02', 0],
    ['2026-03-05', 3],
  ])('faite le %s l’est, avec son retard', (le, retard) => {
    expect(situer({ ...due, faiteLe: jour(le) }, '013', jour('2026-11-23'))).toMatchObject({
      etat: 'FAITE',
      retard,
      reste: 0,
    })
  })
})

describe('deux fois par an', () => {
  const de = (depuis: string, ...tenues: Tenue[]) =>
    comites(enMois(depuis), 2026, tenues).map(({ due, faiteLe }) => [due, faiteLe])

  it('c’est le 30 juin et le 31 décembre, la première tenue valant pour la première', () => {
    expect(de('2026-01')).toEqual([
      ['2026-06-30', null],
      ['2026-12-31', null],
    ])
    expect(de('2026-01', tenue('2026-11-12'), tenue('2026-03-19'))).toEqual([
      ['2026-06-30', '2026-03-19'],
      ['2026-12-31', '2026-11-12'],
    ])
    expect(de('2026-01', tenue('2026-09-12'))).toEqual([
      ['2026-06-30', '2026-09-12'],
      ['2026-12-31', null],
    ])
  })

  it('ne commence qu’avec le premier mois qui a un instantané', () => {
    expect(de('2026-06')).toHaveLength(2)
    expect(de('2026-07')).toEqual([['2026-12-31', null]])
    expect(de('2026-09', tenue('2026-03-19'))).toEqual([['2026-12-31', null]])
    expect(de('2026-09', tenue('2026-07-02'))).toEqual([['2026-12-31', '2026-07-02']])
    expect(de('2027-01')).toEqual([])
  })

  it('une troisième réunion n’est pas celle de l’année suivante', () => {
    const trois = [tenue('2026-02-01'), tenue('2026-05-01'), tenue('2026-09-01')]
    expect(comites(enMois('2026-01'), 2027, trois).map(({ faiteLe }) => faiteLe)).toEqual([
      '2026-02-01',
      '2026-05-01',
      null,
      null,
    ])
  })

  it('une fois par an, c’est le 31 décembre', () => {
    expect(nParAn('PLENIERE', 1, enMois('2026-05'), 2026, []).map(({ due, periode }) => [due, periode])).toEqual([
      ['2026-12-31', '2026'],
    ])
  })
})

describe('les comptes rendus semestriels', () => {
  it('sont dus le 31 juillet et le 31 janvier, du premier semestre qui a un instantané', () => {
    const dus = (depuis: string) =>
      semestriels('COMPTE_RENDU_PREFET', enMois(depuis), 2026, []).map(({ periode, due }) => [periode, due])
    expect(dus('2026-06')).toEqual([
      ['2026-S1', '2026-07-31'],
      ['2026-S2', '2027-01-31'],
    ])
    expect(dus('2026-07')).toEqual([['2026-S2', '2027-01-31']])
  })

  it.each([
    [2, ['2026-08-31', '2027-02-28']],
    [3, ['2026-09-30', '2027-03-31']],
  ])('ou à la fin du mois que le territoire a réglé : %i', (moisApres, attendus) => {
    const dus = semestriels('BILAN_PARTENAIRES', enMois('2026-01'), 2026, [], moisApres)
    expect(dus.map(({ due }) => due)).toEqual(attendus)
  })

  it('sont faits par la publication consignée pour ce semestre', () => {
    const faits = [
      fait('BILAN_PARTENAIRES', '2026-S1', '2026-07-28'),
      fait('COMPTE_RENDU_PREFET', '2026-S2', '2027-01-05'),
    ]
    const faites = (obligation: 'COMPTE_RENDU_PREFET' | 'BILAN_PARTENAIRES') =>
      semestriels(obligation, enMois('2026-01'), 2026, faits).map(({ faiteLe }) => faiteLe)
    expect(faites('BILAN_PARTENAIRES')).toEqual(['2026-07-28', null])
    expect(faites('COMPTE_RENDU_PREFET')).toEqual([null, '2027-01-05'])
  })
})

describe('les autres échéances', () => {
  it('un compte rendu part sept jours après la réunion', () => {
    const rendu = compteRendu({ id: 3, nature: 'SERVICES', tenueLe: jour('2026-11-12'), envoyeLe: null })
    expect(rendu).toMatchObject({ due: '2026-11-19', objet: 'Réunion des services du 12/11/2026', reunion: 3 })
  })

  it('un service est formé dans les six mois de son arrivée', () => {
    const arrivee = { service: 'B01', libelle: 'Garance Habitat', le: jour('2026-08-31') }
    expect(formationDuService(arrivee, [])).toMatchObject({ due: '2027-02-28', faiteLe: null })
    expect(formationDuService(arrivee, [fait('FORMATION_SERVICE', 'B01', '2026-09-29')]).faiteLe).toBe('2026-09-29')
  })

  it('les bilans des bailleurs sont faits quand tous sont reçus, un par un', () => {
    const recus = (...services: string[]) =>
      bilansDesBailleurs(
        enMois('2025-03'),
        2026,
        ['B01', 'B02'],
        services.map((service, i) => fait('BILANS_BAILLEURS', '2025', `2026-02-1${i}`, service)),
      )
    expect(recus('B01')).toMatchObject([{ due: '2026-02-28', faiteLe: null, precision: '1\u00a0reçu sur 2' }])
    expect(recus('B01', 'B02', 'B09')).toMatchObject([{ faiteLe: '2026-02-11', precision: '2\u00a0reçus sur 2' }])
    expect(bilansDesBailleurs(enMois('2025-03'), 2026, [], [])).toEqual([])
    expect(bilansDesBailleurs(enMois('2026-03'), 2026, ['B01'], [])).toEqual([])
  })
})
