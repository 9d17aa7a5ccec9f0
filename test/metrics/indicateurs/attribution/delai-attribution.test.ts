import { describe, expect, it } from 'vitest'
import { lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const ATTRIBUEE = { statut: 'RADIEE', motif_radiation: 'ATTRIBUTION', date_saisie_radiation: '2026-10-15' }
const signe = (...bails: readonly (string | null)[]) =>
  bails.map((date_signature_bail) => ({ ...ATTRIBUEE, date_signature_bail }))

describe('delai_attribution', () => {
  it('est la médiane des jours du bail à la saisie, son neuvième décile à côté', () =>
    verifierCas('delai_attribution', [
      [
        'saisie la veille de la période',
        { ...signe('2026-09-28')[0], date_saisie_radiation: '2026-09-30' },
        'aucun délai',
      ],
      ['le premier jour', { ...signe('2026-09-28')[0], date_saisie_radiation: '2026-10-01' }, '3 j, p90 3 (1)'],
      ['le dernier jour', { ...signe('2026-09-28')[0], date_saisie_radiation: '2026-10-31' }, '33 j, p90 33 (1)'],
      ['le lendemain de la période', { ...signe('2026-09-28')[0], date_saisie_radiation: '2026-11-01' }, 'aucun délai'],
      ['saisie inconnue', { ...signe('2026-09-28')[0], date_saisie_radiation: null }, 'aucun délai'],
      ['signé la veille de la saisie', signe('2026-10-14'), '1 j, p90 1 (1)'],
      ['signé le jour de la saisie', signe('2026-10-15'), '0 j, p90 0 (1)'],
      ['signé le lendemain de la saisie', signe('2026-10-16'), 'aucun délai'],
      ['bail inconnu', signe(null), 'aucun délai'],
      [
        'délais de 0, 5, 5 et 45 jours',
        signe('2026-10-15', '2026-10-10', '2026-10-10', '2026-08-31'),
        '5 j, p90 33 (4)',
      ],
      ['un bail inconnu ou postérieur ne compte pas', signe('2026-10-13', null, '2026-10-20'), '2 j, p90 2 (1)'],
      ['autre motif', { ...ATTRIBUEE, motif_radiation: 'FUSION', date_signature_bail: '2026-10-10' }, 'aucun délai'],
      ['active', { ...ATTRIBUEE, statut: 'ACTIVE', date_signature_bail: '2026-10-10' }, 'aucun délai'],
    ]))

  it('charge le guichet de la radiation, et le territoire seul où il est inconnu', async () => {
    const demande = { ...ATTRIBUEE, date_signature_bail: '2026-10-05' }
    const attendu = '10 j, p90 10 (1)'
    expect(await lireCharges('delai_attribution', demande)).toEqual({ RADIA: attendu, territoire: attendu })
    expect(await lireCharges('delai_attribution', { ...demande, guichet_radiation: null })).toEqual({
      territoire: attendu,
    })
  })

  it('n’a pas de valeur sans baux, saisies ou motifs', async () =>
    expect(
      await lireMotifs('delai_attribution', [
        { sans: ['date_signature_bail', 'date_saisie_radiation', 'motif_radiation'] },
        { sans: ['date_saisie_radiation', 'motif_radiation'] },
        { sans: ['motif_radiation'] },
      ]),
    ).toEqual([
      'COLONNE_VIDE date_signature_bail',
      'COLONNE_VIDE date_saisie_radiation',
      'COLONNE_VIDE motif_radiation',
    ]))
})
