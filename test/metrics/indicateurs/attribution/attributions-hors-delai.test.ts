import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const ATTRIBUEE = {
  statut: 'RADIEE',
  motif_radiation: 'ATTRIBUTION',
  date_saisie_radiation: '2026-10-31',
  date_signature_bail: '2026-08-01',
} as const
const signe = (date_signature_bail: string | null) => ({ ...ATTRIBUEE, date_signature_bail })

describe('attributions_hors_delai', () => {
  it('accuse une attribution saisie plus de trente jours après le bail', () =>
    verifierCas('attributions_hors_delai', [
      ...auxBornes('date_saisie_radiation', ATTRIBUEE, '1/1', '0/0'),
      ['trente et un jours', signe('2026-09-30'), '1/1'],
      ['trente jours', signe('2026-10-01'), '0/1'],
      ['vingt-neuf jours', signe('2026-10-02'), '0/1'],
      ['bail postérieur à la saisie', signe('2026-11-15'), '0/1'],
      ['bail inconnu', signe(null), '0/0'],
      ['autre motif', { ...ATTRIBUEE, motif_radiation: 'RENONCIATION' }, '0/0'],
      ['motif inconnu', { ...ATTRIBUEE, motif_radiation: null }, '0/0'],
      ['active', { ...ATTRIBUEE, statut: 'ACTIVE' }, '0/0'],
      ['d’une association', { ...ATTRIBUEE, type_demandeur: 'ASSOCIATION' }, '0/0'],
      ['plusieurs', [signe('2026-09-30'), signe('2026-10-30'), signe(null)], '1/2'],
    ]))

  it('charge le guichet de la radiation', async () =>
    expect(await lireCharges('attributions_hors_delai', ATTRIBUEE)).toEqual({ RADIA: '1/1', territoire: '1/1' }))

  it('n’a pas de valeur sans baux, motifs ou saisies', async () =>
    expect(
      await lireMotifs('attributions_hors_delai', [
        { sans: ['date_signature_bail', 'motif_radiation', 'date_saisie_radiation'] },
        { sans: ['motif_radiation', 'date_saisie_radiation'] },
        { sans: ['date_saisie_radiation'] },
      ]),
    ).toEqual([
      'COLONNE_VIDE date_signature_bail',
      'COLONNE_VIDE motif_radiation',
      'COLONNE_VIDE date_saisie_radiation',
    ]))
})
