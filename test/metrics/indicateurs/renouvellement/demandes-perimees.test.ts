import { describe, expect, it } from 'vitest'
import { lireMotifs } from '../../aide.ts'
import { verifierTerritoire } from '../../territoire.ts'

const echeance = (date_echeance: string | null) => ({ date_enregistrement: '2024-10-15', date_echeance })

describe('demandes_perimees', () => {
  it('accuse une demande active dont l’échéance précède l’instantané de plus d’un mois', () =>
    verifierTerritoire('demandes_perimees', [
      ['plus d’un mois, d’un jour', null, echeance('2026-09-29'), 'numérateur'],
      ['un mois : le 31 octobre est coupé au 30 septembre', null, echeance('2026-09-30'), 'dénominateur'],
      ['moins d’un mois', null, echeance('2026-10-01'), 'dénominateur'],
      ['à venir', null, echeance('2027-10-01'), 'dénominateur'],
      ['échéance inconnue', null, echeance(null), 'dénominateur'],
      ['radiée', null, { ...echeance('2026-01-01'), statut: 'RADIEE' }, 'hors'],
      ['d’une association', null, { ...echeance('2026-01-01'), type_demandeur: 'ASSOCIATION' }, 'hors'],
    ]))

  it('se mesure au jour de l’instantané, et non au dernier de la période', () =>
    verifierTerritoire(
      'demandes_perimees',
      [
        ['plus d’un mois avant l’instantané', null, echeance('2026-10-04'), 'numérateur'],
        ['un mois jour pour jour', null, echeance('2026-10-05'), 'dénominateur'],
      ],
      { s: '2026-11-05' },
    ))

  it('n’a pas de valeur sans échéances', async () =>
    expect(await lireMotifs('demandes_perimees', [{ sans: ['date_echeance'] }])).toEqual([
      'COLONNE_VIDE date_echeance',
    ]))
})
