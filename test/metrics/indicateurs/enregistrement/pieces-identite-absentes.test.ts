import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

describe('pieces_identite_absentes', () => {
  it('accuse une demande enregistrée dans la période sans date de pièce d’identité', () =>
    verifierCas('pieces_identite_absentes', [
      ...auxBornes('date_enregistrement', {}, '1/1', '0/0'),
      ['renseignée', { date_piece_identite: '2026-12-31' }, '0/1'],
      ['absent', { date_piece_identite: null }, '1/1'],
      ['radiée depuis', { statut: 'RADIEE' }, '1/1'],
      ['d’une association', { type_demandeur: 'ASSOCIATION' }, '0/0'],
      ['plusieurs', [{}, { date_piece_identite: '2026-12-31' }, { date_piece_identite: '2026-12-31' }], '1/3'],
    ]))

  it('charge le guichet de l’enregistrement', async () =>
    expect(await lireCharges('pieces_identite_absentes', {})).toEqual({ ENREG: '1/1', territoire: '1/1' }))

  it('n’accuse personne quand la colonne n’est pas exportée', async () =>
    expect(await lireMotifs('pieces_identite_absentes', [{ sans: ['date_piece_identite'] }])).toEqual([
      'COLONNE_VIDE date_piece_identite',
    ]))
})
