import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const ATTRIBUEE = { statut: 'RADIEE', motif_radiation: 'ATTRIBUTION', date_saisie_radiation: '2026-10-31' }
const reserve = (reservataire: string | null) => ({ ...ATTRIBUEE, reservataire })

describe('reservataires_absents', () => {
  it('accuse une attribution sans réservataire ; « autre » et « non réservé » sont des réponses', () =>
    verifierCas('reservataires_absents', [
      ...auxBornes('date_saisie_radiation', ATTRIBUEE, '1/1', '0/0'),
      ['de l’État', reserve('ETAT_PRIORITAIRES'), '0/1'],
      ['autre', reserve('Autre'), '0/1'],
      ['non réservé', reserve('Non réservé'), '0/1'],
      ['hors de la liste', reserve('MAIRIE'), '0/1'],
      ['absent', reserve(null), '1/1'],
      ['autre motif', { ...ATTRIBUEE, motif_radiation: 'FUSION' }, '0/0'],
      ['active', { ...ATTRIBUEE, statut: 'ACTIVE' }, '0/0'],
      ['plusieurs', [reserve('EMPLOYEURS'), reserve(null), reserve('COLLECTIVITES')], '1/3'],
    ]))

  it('charge le guichet de la radiation', async () =>
    expect(await lireCharges('reservataires_absents', ATTRIBUEE)).toEqual({ RADIA: '1/1', territoire: '1/1' }))

  it('n’a pas de valeur sans réservataires, motifs ou saisies', async () =>
    expect(
      await lireMotifs('reservataires_absents', [
        { sans: ['reservataire', 'motif_radiation', 'date_saisie_radiation'] },
        { sans: ['motif_radiation', 'date_saisie_radiation'] },
        { sans: ['date_saisie_radiation'] },
      ]),
    ).toEqual(['COLONNE_VIDE reservataire', 'COLONNE_VIDE motif_radiation', 'COLONNE_VIDE date_saisie_radiation']))
})
