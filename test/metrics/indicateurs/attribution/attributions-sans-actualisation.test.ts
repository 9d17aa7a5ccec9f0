import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const ATTRIBUEE = {
  statut: 'RADIEE',
  motif_radiation: 'ATTRIBUTION',
  date_saisie_radiation: '2026-10-31',
  date_signature_bail: '2026-10-15',
  date_enregistrement: '2024-01-10',
} as const
const modifiee = (date_modification: string | null) => ({ ...ATTRIBUEE, date_modification })
const renouvelee = (date_renouvellement: string | null) => ({ ...ATTRIBUEE, date_renouvellement })

describe('attributions_sans_actualisation', () => {
  it('accuse une attribution dont la demande n’a pas bougé depuis plus de trois mois avant le bail', () =>
    verifierCas('attributions_sans_actualisation', [
      ...auxBornes('date_saisie_radiation', ATTRIBUEE, '1/1', '0/0'),
      ['modifiée plus de trois mois avant, d’un jour', modifiee('2026-07-14'), '1/1'],
      ['modifiée trois mois avant, jour pour jour', modifiee('2026-07-15'), '0/1'],
      ['modifiée moins de trois mois avant, d’un jour', modifiee('2026-07-16'), '0/1'],
      ['modifiée après le bail', modifiee('2026-10-20'), '0/1'],
      ['jamais modifiée', modifiee(null), '1/1'],
      ['renouvelée trois mois avant', renouvelee('2026-07-15'), '0/1'],
      ['renouvelée la veille', renouvelee('2026-07-14'), '1/1'],
      ['enregistrée depuis moins de trois mois', { ...ATTRIBUEE, date_enregistrement: '2026-07-15' }, '0/1'],
      ['bail inconnu', { ...ATTRIBUEE, date_signature_bail: null }, '0/0'],
      ['autre motif', { ...ATTRIBUEE, motif_radiation: 'RENONCIATION' }, '0/0'],
      ['motif inconnu', { ...ATTRIBUEE, motif_radiation: null }, '0/0'],
      ['active', { ...ATTRIBUEE, statut: 'ACTIVE' }, '0/0'],
      ['d’une association', { ...ATTRIBUEE, type_demandeur: 'ASSOCIATION' }, '0/0'],
      ['plusieurs', [ATTRIBUEE, modifiee('2026-10-01')], '1/2'],
    ]))

  it('charge le guichet de la radiation', async () =>
    expect(await lireCharges('attributions_sans_actualisation', ATTRIBUEE)).toEqual({
      RADIA: '1/1',
      territoire: '1/1',
    }))

  it('n’a pas de valeur sans baux, modifications, motifs ou saisies ; des renouvellements absents ne la taisent pas', async () =>
    expect(
      await lireMotifs('attributions_sans_actualisation', [
        { sans: ['date_signature_bail', 'date_modification', 'motif_radiation', 'date_saisie_radiation'] },
        { sans: ['date_modification', 'motif_radiation', 'date_saisie_radiation'] },
        { sans: ['motif_radiation', 'date_saisie_radiation'] },
        { sans: ['date_saisie_radiation'] },
        { sans: ['date_renouvellement'] },
      ]),
    ).toEqual([
      'COLONNE_VIDE date_signature_bail',
      'COLONNE_VIDE date_modification',
      'COLONNE_VIDE motif_radiation',
      'COLONNE_VIDE date_saisie_radiation',
      '0/0',
    ]))
})
