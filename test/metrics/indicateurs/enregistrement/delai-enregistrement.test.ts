import { describe, expect, it } from 'vitest'
import { lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const DEPOSEE = { date_depot: '2026-09-29' }
const jours = (...depots: readonly string[]) => depots.map((jour) => ({ date_depot: `2026-10-${jour}` }))

describe('delai_enregistrement', () => {
  it('est la médiane des jours du dépôt à l’enregistrement, son neuvième décile à côté', () =>
    verifierCas('delai_enregistrement', [
      ['enregistrée la veille de la période', { ...DEPOSEE, date_enregistrement: '2026-09-30' }, 'aucun délai'],
      ['le premier jour', { ...DEPOSEE, date_enregistrement: '2026-10-01' }, '2 j, p90 2 (1)'],
      ['le dernier jour', { ...DEPOSEE, date_enregistrement: '2026-10-31' }, '32 j, p90 32 (1)'],
      ['le lendemain de la période', { ...DEPOSEE, date_enregistrement: '2026-11-01' }, 'aucun délai'],
      ['enregistrée le jour du dépôt', jours('15'), '0 j, p90 0 (1)'],
      ['enregistrée le lendemain', jours('14'), '1 j, p90 1 (1)'],
      ['déposée après son enregistrement', jours('16'), 'aucun délai'],
      ['reprise d’ancienneté', { ...DEPOSEE, reprise_anciennete: true }, 'aucun délai'],
      ['reprise non dite', { date_depot: '2026-10-14', reprise_anciennete: null }, '1 j, p90 1 (1)'],
      ['dépôt inconnu', { date_depot: null }, 'aucun délai'],
      ['deux délais, 0 et 10', jours('15', '05'), '5 j, p90 9 (2)'],
      ['délais égaux, 2 2 2 8', jours('13', '13', '13', '07'), '2 j, p90 6.2 (4)'],
      ['un dépôt postérieur ou inconnu ne compte pas', [...jours('12', '16'), { date_depot: null }], '3 j, p90 3 (1)'],
      [
        'par-dessus le changement d’heure',
        { date_depot: '2026-10-24', date_enregistrement: '2026-10-26' },
        '2 j, p90 2 (1)',
      ],
      [
        'par-dessus un 29 février',
        { date_depot: '2024-02-28', date_enregistrement: '2026-10-01' },
        '946 j, p90 946 (1)',
      ],
      ['radiée depuis', { date_depot: '2026-10-15', statut: 'RADIEE' }, '0 j, p90 0 (1)'],
      ['d’une association', { date_depot: '2026-10-15', type_demandeur: 'ASSOCIATION' }, 'aucun délai'],
    ]))

  it('charge le guichet de l’enregistrement', async () =>
    expect(await lireCharges('delai_enregistrement', { date_depot: '2026-10-11' })).toEqual({
      ENREG: '4 j, p90 4 (1)',
      territoire: '4 j, p90 4 (1)',
    }))

  it('n’a pas de valeur sans dates de dépôt', async () =>
    expect(await lireMotifs('delai_enregistrement', [{ sans: ['date_depot'] }])).toEqual(['COLONNE_VIDE date_depot']))
})
