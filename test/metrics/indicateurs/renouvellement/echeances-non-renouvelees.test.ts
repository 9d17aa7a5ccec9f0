import { describe, expect, it } from 'vitest'
import { lireMotifs, S_MOINS } from '../../aide.ts'
import { verifierTerritoire } from '../../territoire.ts'

const echeance = (date_echeance: string | null) => ({ date_enregistrement: '2024-10-15', date_echeance })
const AVANT = echeance('2026-10-15')
const renouvelee = (date_renouvellement: string | null) => ({ ...echeance('2027-10-15'), date_renouvellement })
const radiee = (motif_radiation: string | null) => ({ ...AVANT, statut: 'RADIEE', motif_radiation })

describe('echeances_non_renouvelees', () => {
  it('retient les demandes actives à l’origine, dont l’échéance d’alors tombe dans la période', () =>
    verifierTerritoire(
      'echeances_non_renouvelees',
      [
        ['échéance la veille de la période', echeance('2026-09-30'), renouvelee(null), 'hors'],
        ['le premier jour', echeance('2026-10-01'), renouvelee(null), 'numérateur'],
        ['le dernier jour', echeance('2026-10-31'), renouvelee(null), 'numérateur'],
        ['le lendemain de la période', echeance('2026-11-01'), renouvelee(null), 'hors'],
        ['échéance inconnue', echeance(null), renouvelee(null), 'hors'],
        ['radiée à l’origine', { ...AVANT, statut: 'RADIEE' }, AVANT, 'hors'],
        ['absente de l’origine', null, AVANT, 'hors'],
        ['absente de la fin', AVANT, null, 'hors'],
        ['radiée pour non-renouvellement', AVANT, radiee('NON_RENOUVELLEMENT'), 'numérateur'],
        ['radiée pour un autre motif', AVANT, radiee('ATTRIBUTION'), 'hors'],
        ['radiée sans motif', AVANT, radiee(null), 'hors'],
        ['active malgré un motif', AVANT, { ...radiee('ATTRIBUTION'), statut: 'ACTIVE' }, 'numérateur'],
        ['d’une association', AVANT, { ...AVANT, type_demandeur: 'ASSOCIATION' }, 'hors'],
      ],
      { avant: S_MOINS },
    ))

  it('blanchit un renouvellement après l’instantané d’origine et au plus tard à l’échéance', () =>
    verifierTerritoire(
      'echeances_non_renouvelees',
      [
        ['renouvelée la veille de l’origine', AVANT, renouvelee('2026-05-30'), 'numérateur'],
        ['le jour de l’origine', AVANT, renouvelee(S_MOINS), 'numérateur'],
        ['le lendemain de l’origine', AVANT, renouvelee('2026-06-01'), 'dénominateur'],
        ['la veille de l’échéance', AVANT, renouvelee('2026-10-14'), 'dénominateur'],
        ['le jour de l’échéance', AVANT, renouvelee('2026-10-15'), 'dénominateur'],
        ['le lendemain de l’échéance', AVANT, renouvelee('2026-10-16'), 'numérateur'],
        ['jamais', AVANT, renouvelee(null), 'numérateur'],
      ],
      { avant: S_MOINS },
    ))

  it('n’a pas de valeur sans échéances à l’origine, sans motifs, sans renouvellements, ou sans origine', async () =>
    expect(
      await lireMotifs('echeances_non_renouvelees', [
        { avant: S_MOINS, avantSans: ['date_echeance'], sans: ['motif_radiation'] },
        { avant: S_MOINS, sans: ['motif_radiation', 'date_renouvellement'] },
        { sans: ['date_renouvellement'] },
        {},
      ]),
    ).toEqual([
      'COLONNE_VIDE date_echeance',
      'COLONNE_VIDE motif_radiation',
      'COLONNE_VIDE date_renouvellement',
      'S_MOINS_ABSENT',
    ]))
})
