import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const ATTRIBUEE = {
  statut: 'RADIEE',
  motif_radiation: 'ATTRIBUTION',
  date_saisie_radiation: '2026-10-31',
  date_signature_bail: '2026-08-01',
  date_enregistrement: '2026-09-10',
} as const
const signe = (date_signature_bail: string | null) => ({ ...ATTRIBUEE, date_signature_bail })

describe('baux_avant_enregistrement', () => {
  it('accuse un bail signé avant l’enregistrement de la demande', () =>
    verifierCas('baux_avant_enregistrement', [
      ...auxBornes('date_saisie_radiation', ATTRIBUEE, '1/1', '0/0'),
      ['la veille', signe('2026-09-09'), '1/1'],
      ['le jour même', signe('2026-09-10'), '0/1'],
      ['le lendemain', signe('2026-09-11'), '0/1'],
      ['bail inconnu', signe(null), '0/0'],
      ['autre motif', { ...ATTRIBUEE, motif_radiation: 'RENONCIATION' }, '0/0'],
      ['motif inconnu', { ...ATTRIBUEE, motif_radiation: null }, '0/0'],
      ['active', { ...ATTRIBUEE, statut: 'ACTIVE' }, '0/0'],
      ['d’une association', { ...ATTRIBUEE, type_demandeur: 'ASSOCIATION' }, '0/0'],
      ['plusieurs', [signe('2026-09-09'), signe('2026-09-10'), signe(null)], '1/2'],
    ]))

  it('charge le guichet de la radiation', async () =>
    expect(await lireCharges('baux_avant_enregistrement', ATTRIBUEE)).toEqual({ RADIA: '1/1', territoire: '1/1' }))

  it('n’a pas de valeur sans baux, motifs ou saisies', async () =>
    expect(
      await lireMotifs('baux_avant_enregistrement', [
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
