import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, S0, verifierCasAvant } from '../../aide.ts'

const le = (jour: string | null) => ({ date_enregistrement: '2025-12-15', date_renouvellement: jour })
const echeance = (jour: string | null) => ({ date_enregistrement: '2025-12-15', date_echeance: jour })

describe('renouvellements_anticipes', () => {
  it('accuse un renouvellement plus de deux mois avant l’échéance d’alors', () =>
    verifierCasAvant('renouvellements_anticipes', S0, [
      ...auxBornes('date_renouvellement', { date_enregistrement: '2025-12-15' }, '0/1', '0/0').map(
        ([titre, demande, attendu]) => [titre, echeance('2026-11-15'), demande, attendu] as const,
      ),
      ['plus de deux mois, d’un jour', echeance('2026-12-15'), le('2026-10-14'), '1/1'],
      ['deux mois jour pour jour', echeance('2026-12-15'), le('2026-10-15'), '0/1'],
      ['moins de deux mois, d’un jour', echeance('2026-12-15'), le('2026-10-16'), '0/1'],
      ['échéance un 31, deux mois jour pour jour', echeance('2026-12-31'), le('2026-10-31'), '0/1'],
      ['échéance inconnue au début', echeance(null), { ...le('2026-10-14'), date_echeance: '2027-10-14' }, '0/0'],
      [
        'échéance déjà repoussée à la fin',
        echeance('2026-10-20'),
        { ...le('2026-10-14'), date_echeance: '2027-10-14' },
        '0/1',
      ],
      ['après l’échéance', echeance('2026-10-01'), le('2026-10-14'), '0/1'],
      ['absente du début', [], le('2026-10-14'), '0/0'],
      ['absente de la fin', echeance('2026-12-15'), [], '0/0'],
      ['radiée depuis', echeance('2026-12-15'), { ...le('2026-10-14'), statut: 'RADIEE' }, '1/1'],
      ['d’une association', echeance('2026-12-15'), { ...le('2026-10-14'), type_demandeur: 'ASSOCIATION' }, '0/0'],
    ]))

  it('charge le guichet du renouvellement tel que la fin le dit, et le territoire seul où il est inconnu', async () => {
    const avant = { ...echeance('2026-12-20'), guichet_renouvellement: 'ENREG' }
    expect(await lireCharges('renouvellements_anticipes', le('2026-10-14'), avant)).toEqual({
      RENOU: '1/1',
      territoire: '1/1',
    })
    const inconnu = { ...le('2026-10-14'), guichet_renouvellement: null }
    expect(await lireCharges('renouvellements_anticipes', inconnu, avant)).toEqual({ territoire: '1/1' })
  })

  it('n’a pas de valeur sans renouvellements, sans échéances au début, ou sans instantané de début', async () =>
    expect(
      await lireMotifs('renouvellements_anticipes', [
        { sans: ['date_renouvellement'] },
        { avant: S0, avantSans: ['date_echeance'] },
        {},
      ]),
    ).toEqual(['COLONNE_VIDE date_renouvellement', 'COLONNE_VIDE date_echeance', 'S0_ABSENT']))
})
