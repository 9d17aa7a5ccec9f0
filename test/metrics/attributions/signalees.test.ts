import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { ouvrirEssai } from '../aide.ts'
import type { Demande } from '../instantane.ts'
import { attribution, BAILLEUR, lire } from './etape.ts'

describe('ce qu’un instantané range des attributions', () => {
  it('une attribution annulée sort, une date corrigée change de mois : l’une et l’autre sont signalées une fois', async () => {
    const essai = await ouvrirEssai()
    const numeros = ['013032500000100000', '013032500000200000', '013032500000300000']
    const avec = (i: number, demande: Demande): Demande => ({ numero_unique: numeros[i] ?? '', ...demande })
    await essai.importer({
      date: enJour('2026-09-30'),
      guichets: [BAILLEUR],
      demandes: [0, 1, 2].map((i) => avec(i, attribution('2026-08-20', '2026-09-05'))),
    })
    await essai.importer({
      date: enJour('2026-10-31'),
      guichets: [BAILLEUR],
      demandes: [
        avec(0, { statut: 'ACTIVE', date_enregistrement: '2025-03-10' }),
        avec(1, attribution('2026-07-20', '2026-09-05')),
        avec(2, attribution('2026-08-20', '2026-09-05')),
      ],
    })
    const apres = await lire(essai, '2026-10-31')
    expect(apres.mois.filter((m) => (m.enregistrees ?? 0) > 0).map((m) => [m.mois, m.enregistrees])).toEqual([
      ['2026-07', 1],
      ['2026-08', 1],
    ])
    expect(apres.signalees).toEqual({ 'ANNULEE BBBBB': 1, 'CORRIGEE BBBBB': 1 })
    expect((await lire(essai, '2026-10-30')).mois.find((m) => m.mois === '2026-08')?.enregistrees).toBe(3)
  })

  it('annulée aussi, celle que l’on radie ensuite pour un autre motif', async () => {
    const essai = await ouvrirEssai()
    const numero_unique = '013032500000100000'
    await essai.importer({
      date: enJour('2026-09-30'),
      demandes: [{ numero_unique, ...attribution('2026-08-20', '2026-09-05') }],
    })
    const autre = attribution('2026-08-20', '2026-10-05', { motif_radiation: 'RENONCIATION' })
    await essai.importer({ date: enJour('2026-10-31'), demandes: [{ numero_unique, ...autre }] })
    expect((await lire(essai, '2026-10-31')).signalees).toEqual({ 'ANNULEE BBBBB': 1 })
  })

  it('un non-renouvellement qui porte un bail ou un logement est signalé, les autres non', async () => {
    const essai = await ouvrirEssai()
    const perdue = (plus: Demande): Demande => ({
      statut: 'RADIEE',
      motif_radiation: 'NON_RENOUVELLEMENT',
      date_enregistrement: '2025-03-10',
      date_radiation: '2026-10-10',
      date_saisie_radiation: '2026-10-10',
      guichet_radiation: null,
      ...plus,
    })
    await essai.importer({
      date: enJour('2026-10-31'),
      demandes: [
        perdue({}),
        perdue({ date_signature_bail: '2026-01-10' }),
        perdue({ numero_rpls: '1234567890' }),
        perdue({ numero_rpls: '123' }),
        perdue({ adresse_logement: '1 rue A' }),
        perdue({ date_signature_bail: '2026-01-10', motif_radiation: 'RENONCIATION' }),
      ],
    })
    expect((await lire(essai, '2026-10-31')).signalees).toEqual({ 'NON_RENOUVELLEMENT_AVEC_BAIL ': 3 })
  })
})
