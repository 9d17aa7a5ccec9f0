import { describe, expect, it } from 'vitest'
import { lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const DEPOT = '2026-09-10'

describe('attestations_hors_delai', () => {
  it('compte les demandes dont le mois qui suit le dépôt s’achève dans la période', () =>
    verifierCas('attestations_hors_delai', [
      ['le mois s’achève la veille de la période', { date_depot: '2026-08-30' }, '0/0'],
      ['le premier jour', { date_depot: '2026-09-01' }, '1/1'],
      ['le dernier jour', { date_depot: '2026-09-30' }, '1/1'],
      ['le 31 du mois : le jour est coupé au 30 septembre, avant la période', { date_depot: '2026-08-31' }, '0/0'],
      ['le lendemain de la période', { date_depot: '2026-10-01' }, '0/0'],
      ['dépôt inconnu', { date_depot: null }, '0/0'],
      ['enregistrée hors de la période', { date_depot: DEPOT, date_enregistrement: '2026-09-20' }, '1/1'],
      ['radiée', { date_depot: DEPOT, statut: 'RADIEE' }, '1/1'],
      ['association', { date_depot: DEPOT, type_demandeur: 'ASSOCIATION' }, '0/0'],
    ]))

  it('accuse une attestation absente, ou délivrée plus d’un mois après le dépôt', () =>
    verifierCas('attestations_hors_delai', [
      ['la veille du terme', { date_depot: DEPOT, date_attestation: '2026-10-09' }, '0/1'],
      ['le jour du terme', { date_depot: DEPOT, date_attestation: '2026-10-10' }, '0/1'],
      ['le lendemain', { date_depot: DEPOT, date_attestation: '2026-10-11' }, '1/1'],
      ['absente', { date_depot: DEPOT }, '1/1'],
      ['avant le dépôt', { date_depot: DEPOT, date_attestation: '2026-09-01' }, '0/1'],
      [
        'plusieurs',
        [{ date_depot: DEPOT }, { date_depot: DEPOT, date_attestation: DEPOT }, { date_depot: '2026-09-02' }],
        '2/3',
      ],
    ]))

  it('charge le guichet de l’enregistrement', async () =>
    expect(await lireCharges('attestations_hors_delai', { date_depot: DEPOT })).toEqual({
      ENREG: '1/1',
      territoire: '1/1',
    }))

  it('n’a pas de valeur sans dates de dépôt ou d’attestation', async () =>
    expect(
      await lireMotifs('attestations_hors_delai', [
        { sans: ['date_depot', 'date_attestation'] },
        { sans: ['date_attestation'] },
        {},
      ]),
    ).toEqual(['COLONNE_VIDE date_depot', 'COLONNE_VIDE date_attestation', '0/0']))
})
