import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

describe('renouvellements', () => {
  it('compte les demandes dont le dernier renouvellement est dans la période', () =>
    verifierCas('renouvellements', [
      ...auxBornes('date_renouvellement', { date_enregistrement: '2025-10-15' }, '1', '0'),
      ['radiée depuis', { date_renouvellement: '2026-10-02', statut: 'RADIEE' }, '1'],
      ['d’une association', { date_renouvellement: '2026-10-02', type_demandeur: 'ASSOCIATION' }, '0'],
      ['guichet inconnu', { date_renouvellement: '2026-10-02', guichet_renouvellement: null }, '0'],
    ]))

  it('charge le guichet du renouvellement, et le territoire seul où il est inconnu', async () => {
    const demande = { date_renouvellement: '2026-10-02' }
    expect(await lireCharges('renouvellements', demande)).toEqual({ RENOU: '1', territoire: '1' })
    expect(await lireCharges('renouvellements', { ...demande, guichet_renouvellement: null })).toEqual({
      territoire: '1',
    })
  })

  it('n’a pas de valeur sans dates de renouvellement', async () =>
    expect(await lireMotifs('renouvellements', [{ sans: ['date_renouvellement'] }])).toEqual([
      'COLONNE_VIDE date_renouvellement',
    ]))
})
