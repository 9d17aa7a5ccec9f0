import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

describe('rfr_absent', () => {
  it('accuse une demande enregistrée dans la période sans revenu fiscal de référence', () =>
    verifierCas('rfr_absent', [
      ...auxBornes('date_enregistrement', {}, '1/1', '0/0'),
      ['renseigné', { revenu_fiscal_reference: 18000 }, '0/1'],
      ['absent', { revenu_fiscal_reference: null }, '1/1'],
      ['nul', { revenu_fiscal_reference: 0 }, '0/1'],
      ['illisible', { revenu_fiscal_reference: 'beaucoup' }, '1/1'],
      ['radiée depuis', { statut: 'RADIEE' }, '1/1'],
      ['d’une association', { type_demandeur: 'ASSOCIATION' }, '0/0'],
      ['plusieurs', [{}, { revenu_fiscal_reference: 18000 }, { revenu_fiscal_reference: 18000 }], '1/3'],
    ]))

  it('charge le guichet de l’enregistrement', async () =>
    expect(await lireCharges('rfr_absent', {})).toEqual({ ENREG: '1/1', territoire: '1/1' }))

  it('n’accuse personne quand la colonne n’est pas exportée', async () =>
    expect(await lireMotifs('rfr_absent', [{ sans: ['revenu_fiscal_reference'] }])).toEqual([
      'COLONNE_VIDE revenu_fiscal_reference',
    ]))
})
