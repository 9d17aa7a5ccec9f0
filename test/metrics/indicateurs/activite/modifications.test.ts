import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

describe('modifications', () => {
  it('compte les demandes modifiées dans la période', () =>
    verifierCas('modifications', [
      ...auxBornes('date_modification', {}, '1', '0'),
      ['radiée depuis', { date_modification: '2026-10-15', statut: 'RADIEE' }, '1'],
      ['d’une association', { date_modification: '2026-10-15', type_demandeur: 'ASSOCIATION' }, '0'],
      ['plusieurs', [{ date_modification: '2026-10-15' }, { date_modification: '2026-10-16' }, {}], '2'],
    ]))

  it('charge le guichet de la modification', async () =>
    expect(await lireCharges('modifications', { date_modification: '2026-10-15' })).toEqual({
      MODIF: '1',
      territoire: '1',
    }))

  it('n’a pas de valeur sans dates de modification', async () =>
    expect(await lireMotifs('modifications', [{ sans: ['date_modification'] }])).toEqual([
      'COLONNE_VIDE date_modification',
    ]))
})
