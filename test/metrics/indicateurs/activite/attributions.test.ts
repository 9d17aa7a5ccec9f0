import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, S, verifierCas } from '../../aide.ts'

const ATTRIBUEE = { statut: 'RADIEE', motif_radiation: 'ATTRIBUTION', date_saisie_radiation: S }

describe('attributions', () => {
  it('compte les radiations pour attribution saisies dans la période', () =>
    verifierCas('attributions', [
      ...auxBornes('date_saisie_radiation', ATTRIBUEE, '1', '0'),
      ['autre motif', { ...ATTRIBUEE, motif_radiation: 'RENONCIATION' }, '0'],
      ['motif inconnu', { ...ATTRIBUEE, motif_radiation: null }, '0'],
      ['active', { ...ATTRIBUEE, statut: 'ACTIVE' }, '0'],
      ['d’une association', { ...ATTRIBUEE, type_demandeur: 'ASSOCIATION' }, '0'],
      ['bail signé bien avant', { ...ATTRIBUEE, date_signature_bail: '2026-01-01' }, '1'],
    ]))

  it('charge le guichet de la radiation', async () =>
    expect(await lireCharges('attributions', ATTRIBUEE)).toEqual({ RADIA: '1', territoire: '1' }))

  it('n’a pas de valeur sans motifs de radiation, ou sans dates de saisie', async () =>
    expect(
      await lireMotifs('attributions', [
        { sans: ['motif_radiation', 'date_saisie_radiation'] },
        { sans: ['date_saisie_radiation'] },
      ]),
    ).toEqual(['COLONNE_VIDE motif_radiation', 'COLONNE_VIDE date_saisie_radiation']))
})
