import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const PARC = { typologie_logement: 'T3', surface_logement: 60, en_qpv: 'N', adresse_logement: '1 rue Haute' }
const COMPLETE = {
  statut: 'RADIEE',
  motif_radiation: 'ATTRIBUTION',
  date_saisie_radiation: '2026-10-31',
  date_signature_bail: '2026-10-30',
  siren_bailleur: '123456789',
  reservataire: 'NON_RESERVE',
  dalo: 'N',
  numero_rpls: '1234567890',
}
const SANS_RPLS = { ...COMPLETE, ...PARC, numero_rpls: null }
const LOGEMENT = ['numero_rpls', 'adresse_logement', 'typologie_logement', 'surface_logement', 'en_qpv'] as const

describe('attributions_incompletes', () => {
  it('accuse une attribution où manque le bail, le bailleur, le réservataire, le DALO ou le logement', () =>
    verifierCas('attributions_incompletes', [
      ...auxBornes('date_saisie_radiation', { ...COMPLETE, dalo: null }, '1/1', '0/0'),
      ['complète', COMPLETE, '0/1'],
      ['sans bail', { ...COMPLETE, date_signature_bail: null }, '1/1'],
      ['sans SIREN', { ...COMPLETE, siren_bailleur: null }, '1/1'],
      ['SIREN de huit chiffres', { ...COMPLETE, siren_bailleur: '12345678' }, '1/1'],
      ['SIREN de dix chiffres', { ...COMPLETE, siren_bailleur: '1234567890' }, '1/1'],
      ['SIREN avec une lettre', { ...COMPLETE, siren_bailleur: '12345678A' }, '1/1'],
      ['sans réservataire', { ...COMPLETE, reservataire: null }, '1/1'],
      ['sans DALO', { ...COMPLETE, dalo: null }, '1/1'],
      ['autre motif', { ...COMPLETE, dalo: null, motif_radiation: 'AUTRE' }, '0/0'],
      ['active', { ...COMPLETE, dalo: null, statut: 'ACTIVE' }, '0/0'],
      ['plusieurs manques d’une seule', [{ ...COMPLETE, dalo: null, reservataire: null }, COMPLETE], '1/2'],
    ]))

  it('connaît le logement à son numéro RPLS, ou à défaut à son adresse, sa typologie, sa surface et son quartier', () =>
    verifierCas('attributions_incompletes', [
      ['RPLS de dix lettres et chiffres', { ...COMPLETE, numero_rpls: 'AB12345678' }, '0/1'],
      ['RPLS de neuf', { ...COMPLETE, numero_rpls: '123456789' }, '1/1'],
      ['RPLS de onze', { ...COMPLETE, numero_rpls: '12345678901' }, '1/1'],
      ['RPLS avec un tiret', { ...COMPLETE, numero_rpls: '12345-6789' }, '1/1'],
      ['RPLS faux, le reste connu', { ...SANS_RPLS, numero_rpls: '1' }, '0/1'],
      ['sans RPLS, le reste connu', SANS_RPLS, '0/1'],
      ...LOGEMENT.slice(1).map((nom) => [`sans RPLS ni ${nom}`, { ...SANS_RPLS, [nom]: null }, '1/1'] as const),
    ]))

  it('charge le guichet de la radiation', async () =>
    expect(await lireCharges('attributions_incompletes', COMPLETE)).toEqual({ RADIA: '0/1', territoire: '0/1' }))

  it('laisse de côté ce qui n’est pas exporté, le logement dès qu’une de ses colonnes ne l’est pas', async () => {
    const autres = ['date_signature_bail', 'siren_bailleur', 'reservataire', 'dalo'] as const
    expect(
      await lireMotifs(
        'attributions_incompletes',
        [
          {},
          ...LOGEMENT.map((nom) => ({ sans: [nom] })),
          { sans: [...autres, 'surface_logement', 'motif_radiation'] },
          { sans: ['motif_radiation', 'date_saisie_radiation'] },
        ],
        { ...SANS_RPLS, adresse_logement: null },
      ),
    ).toEqual(['1/1', ...LOGEMENT.map(() => '0/1'), 'COLONNE_VIDE date_signature_bail', 'COLONNE_VIDE motif_radiation'])
  })
})
