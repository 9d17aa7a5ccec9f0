import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { auxBornes, lireCharges, lireMotifs, ouvrirEssai, S, verifierCas } from '../../aide.ts'

const RADIEE = { statut: 'RADIEE', date_saisie_radiation: '2026-10-12', guichet_radiation: 'G0001' }

describe('radiations', () => {
  it('compte les demandes radiées dont la radiation est saisie dans la période', () =>
    verifierCas('radiations', [
      ...auxBornes('date_saisie_radiation', { statut: 'RADIEE' }, '1', '0'),
      [
        'prenant effet avant la période',
        { statut: 'RADIEE', date_radiation: '2026-08-01', date_saisie_radiation: S },
        '1',
      ],
      ['active malgré sa date de saisie', { date_saisie_radiation: S }, '0'],
      ['d’une association', { statut: 'RADIEE', date_saisie_radiation: S, type_demandeur: 'ASSOCIATION' }, '0'],
    ]))

  it('se compte aussi par motif, sans les motifs inconnus', async () => {
    const { importer, lire } = await ouvrirEssai()
    const motifs = ['ATTRIBUTION', 'ATTRIBUTION', 'FUSION', null]
    const demandes = motifs.map((motif_radiation) => ({ ...RADIEE, motif_radiation }))
    await importer({ date: enJour(S), guichets: [{ code: 'G0001' }, { code: 'G0002' }], demandes })
    const attendu = { valeur: 4, details: { ATTRIBUTION: 2, FUSION: 1 } }
    expect(await lire('radiations')).toMatchObject(attendu)
    expect(await lire('radiations', { entite: 'G0001' })).toMatchObject(attendu)
    expect(await lire('radiations', { entite: 'G0002' })).toMatchObject({ valeur: 0, details: {} })
  })

  it('charge le guichet de la radiation, et le territoire seul où il est inconnu', async () => {
    const demande = { statut: 'RADIEE', date_saisie_radiation: S }
    expect(await lireCharges('radiations', demande)).toEqual({ RADIA: '1', territoire: '1' })
    expect(await lireCharges('radiations', { ...demande, guichet_radiation: null })).toEqual({ territoire: '1' })
  })

  it('n’a pas de valeur sans dates de saisie, et en a une sans motifs', async () =>
    expect(
      await lireMotifs('radiations', [{ sans: ['date_saisie_radiation'] }, { sans: ['motif_radiation'] }], {
        statut: 'RADIEE',
        date_saisie_radiation: S,
      }),
    ).toEqual(['COLONNE_VIDE date_saisie_radiation', '1']))
})
