import { describe, expect, it } from 'vitest'
import { auxBornes, lireMotifs } from '../../aide.ts'
import { verifierTerritoire } from '../../territoire.ts'

const RADIEE = {
  date_enregistrement: '2025-08-31',
  statut: 'RADIEE',
  motif_radiation: 'NON_RENOUVELLEMENT',
  date_radiation: '2026-10-01',
  date_echeance: '2026-08-31',
} as const
const preavis = (date_preavis: string | null) => ({ ...RADIEE, date_preavis })

describe('radiations_sans_preavis', () => {
  it('retient les radiations pour non-renouvellement qui prennent effet dans la période', () =>
    verifierTerritoire('radiations_sans_preavis', [
      ...auxBornes('date_radiation', RADIEE, 'numérateur', 'hors').map(
        ([titre, demande, place]) => [titre, null, demande as object, place as 'numérateur' | 'hors'] as const,
      ),
      ['saisie hors de la période', null, { ...RADIEE, date_saisie_radiation: '2026-11-05' }, 'numérateur'],
      ['autre motif', null, { ...RADIEE, motif_radiation: 'RENONCIATION' }, 'hors'],
      ['motif inconnu', null, { ...RADIEE, motif_radiation: null }, 'hors'],
      ['active', null, { ...RADIEE, statut: 'ACTIVE' }, 'hors'],
      ['d’une association', null, { ...RADIEE, type_demandeur: 'ASSOCIATION' }, 'hors'],
    ]))

  it('accuse un préavis absent, ou moins d’un mois avant l’échéance', () =>
    verifierTerritoire('radiations_sans_preavis', [
      ['un mois et un jour avant', null, preavis('2026-07-30'), 'dénominateur'],
      ['un mois avant', null, preavis('2026-07-31'), 'dénominateur'],
      ['un mois moins un jour', null, preavis('2026-08-01'), 'numérateur'],
      ['absent', null, preavis(null), 'numérateur'],
      ['échéance inconnue', null, { ...preavis('2026-09-30'), date_echeance: null }, 'dénominateur'],
      ['préavis et échéance inconnus', null, { ...preavis(null), date_echeance: null }, 'numérateur'],
    ]))

  it('n’a pas de valeur sans motifs, sans radiations, sans préavis ou sans échéances', async () =>
    expect(
      await lireMotifs('radiations_sans_preavis', [
        { sans: ['motif_radiation', 'date_radiation', 'date_preavis', 'date_echeance'] },
        { sans: ['date_radiation', 'date_preavis', 'date_echeance'] },
        { sans: ['date_preavis', 'date_echeance'] },
        { sans: ['date_echeance'] },
      ]),
    ).toEqual([
      'COLONNE_VIDE motif_radiation',
      'COLONNE_VIDE date_radiation',
      'COLONNE_VIDE date_preavis',
      'COLONNE_VIDE date_echeance',
    ]))
})
