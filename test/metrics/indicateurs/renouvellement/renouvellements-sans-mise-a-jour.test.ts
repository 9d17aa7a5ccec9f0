import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, S0, verifierCasAvant } from '../../aide.ts'

const CHAMPS = {
  situation_familiale: ['MARIE', 'DIVORCE'],
  situation_professionnelle: ['CDI', 'RETRAITE'],
  nb_personnes: [2, 3],
  ressources_mensuelles: [1000, 1001],
  revenu_fiscal_reference: [12_000, 12_000.5],
  logement_actuel: ['HOTEL', 'SQUAT'],
  typologie_souhaitee: ['T3', 'T4'],
  commune_souhaitee: ['13055', '13001'],
} as const
const NOMS = Object.keys(CHAMPS) as (keyof typeof CHAMPS)[]
const AVANT = { ...Object.fromEntries(NOMS.map((nom) => [nom, CHAMPS[nom][0]])), date_enregistrement: '2025-10-15' }
const RENOUVELEE = { ...AVANT, date_renouvellement: '2026-10-15' }

describe('renouvellements_sans_mise_a_jour', () => {
  it('accuse un renouvellement où aucune des huit informations n’a changé', () =>
    verifierCasAvant('renouvellements_sans_mise_a_jour', S0, [
      ...auxBornes('date_renouvellement', AVANT, '1/1', '0/0').map(
        ([titre, demande, attendu]) => [titre, AVANT, demande, attendu] as const,
      ),
      ...NOMS.map((nom) => [`${nom} change`, AVANT, { ...RENOUVELEE, [nom]: CHAMPS[nom][1] }, '0/1'] as const),
      ['une information disparaît', AVANT, { ...RENOUVELEE, nb_personnes: null }, '0/1'],
      ['une information apparaît', { ...AVANT, nb_personnes: null }, RENOUVELEE, '0/1'],
      ['inconnue avant et après', { ...AVANT, nb_personnes: null }, { ...RENOUVELEE, nb_personnes: null }, '1/1'],
      [
        'une autre information change',
        AVANT,
        { ...RENOUVELEE, nationalite: 'UE', date_echeance: S0, prenom: 'Eve' },
        '1/1',
      ],
      ['absente du début', [], RENOUVELEE, '0/0'],
      ['radiée depuis', AVANT, { ...RENOUVELEE, statut: 'RADIEE' }, '1/1'],
      ['d’une association', AVANT, { ...RENOUVELEE, type_demandeur: 'ASSOCIATION' }, '0/0'],
    ]))

  it('charge le guichet du renouvellement tel que la fin le dit', async () =>
    expect(
      await lireCharges('renouvellements_sans_mise_a_jour', RENOUVELEE, { ...AVANT, guichet_renouvellement: 'ENREG' }),
    ).toEqual({ RENOU: '1/1', territoire: '1/1' }))

  it('laisse de côté une information absente d’un des deux exports, et dit pourquoi il n’a pas de valeur', async () =>
    expect(
      await lireMotifs(
        'renouvellements_sans_mise_a_jour',
        [
          { avant: S0, sans: ['nb_personnes'] },
          { avant: S0, avantSans: ['nb_personnes'] },
          { avant: S0, avantSans: NOMS },
          { avant: S0, sans: ['date_renouvellement', ...NOMS] },
          { avant: null },
        ],
        RENOUVELEE,
      ),
    ).toEqual(['1/1', '1/1', 'COLONNE_VIDE situation_familiale', 'COLONNE_VIDE date_renouvellement', 'S0_ABSENT']))
})
