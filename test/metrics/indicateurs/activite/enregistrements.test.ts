import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, verifierCas } from '../../aide.ts'

describe('enregistrements', () => {
  it('compte les demandes enregistrées dans la période, actives ou radiées', () =>
    verifierCas('enregistrements', [
      ...auxBornes('date_enregistrement', {}, '1', '0'),
      ['radiée depuis', { statut: 'RADIEE', date_radiation: '2026-10-20' }, '1'],
      ['d’une association', { type_demandeur: 'ASSOCIATION' }, '0'],
      ['déposée avant', { date_depot: '2026-01-01' }, '1'],
    ]))

  it('charge le guichet de l’enregistrement', async () =>
    expect(await lireCharges('enregistrements', {})).toEqual({ ENREG: '1', territoire: '1' }))
})
