import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

describe('depots_retroactifs', () => {
  it('accuse un dépôt de plus de deux mois avant l’enregistrement', () =>
    verifierCas('depots_retroactifs', [
      ...auxBornes('date_enregistrement', { date_depot: '2026-01-01' }, '1/1', '0/0'),
      ['plus de deux mois, d’un jour', { date_depot: '2026-08-14' }, '1/1'],
      ['deux mois jour pour jour', { date_depot: '2026-08-15' }, '0/1'],
      ['moins de deux mois, d’un jour', { date_depot: '2026-08-16' }, '0/1'],
      ['dépôt inconnu', { date_depot: null }, '0/0'],
      ['déposée après son enregistrement', { date_depot: '2026-10-20' }, '0/1'],
      ['radiée depuis', { date_depot: '2026-08-14', statut: 'RADIEE' }, '1/1'],
      ['d’une association', { date_depot: '2026-08-14', type_demandeur: 'ASSOCIATION' }, '0/0'],
      ['reprise d’ancienneté', { date_depot: '2026-08-14', reprise_anciennete: true }, '0/0'],
      ['sans reprise', { date_depot: '2026-08-14', reprise_anciennete: false }, '1/1'],
      ['reprise non dite', { date_depot: '2026-08-14', reprise_anciennete: null }, '1/1'],
      ['plusieurs', [{ date_depot: '2026-08-14' }, { date_depot: '2026-10-15' }, {}], '1/2'],
    ]))

  it('charge le guichet de l’enregistrement', async () =>
    expect(await lireCharges('depots_retroactifs', { date_depot: '2026-08-14' })).toEqual({
      ENREG: '1/1',
      territoire: '1/1',
    }))

  it('n’a pas de valeur sans dates de dépôt', async () =>
    expect(await lireMotifs('depots_retroactifs', [{ sans: ['date_depot'] }])).toEqual(['COLONNE_VIDE date_depot']))
})
