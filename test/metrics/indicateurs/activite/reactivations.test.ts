import { describe, expect, it } from 'vitest'
import { lireCharges, lireMotifs, S0, verifierCasAvant } from '../../aide.ts'

const RADIEE = { statut: 'RADIEE', date_radiation: '2026-09-10', date_saisie_radiation: '2026-09-10' }

describe('reactivations', () => {
  it('compte les demandes radiées au début et de nouveau actives à la fin', () =>
    verifierCasAvant('reactivations', S0, [
      ['radiée puis active', RADIEE, {}, '1'],
      ['radiée et radiée', RADIEE, RADIEE, '0'],
      ['active et active', {}, {}, '0'],
      ['active puis radiée', {}, RADIEE, '0'],
      ['absente du début', [], {}, '0'],
      ['radiée puis absente', RADIEE, [], '0'],
      ['d’une personne devenue association', RADIEE, { type_demandeur: 'ASSOCIATION' }, '0'],
      ['d’une association devenue personne', { ...RADIEE, type_demandeur: 'ASSOCIATION' }, {}, '1'],
    ]))

  it('charge le guichet qui avait radié, tel que l’instantané du début le disait', async () => {
    expect(await lireCharges('reactivations', { guichet_radiation: 'ENREG' }, RADIEE)).toEqual({
      RADIA: '1',
      territoire: '1',
    })
    expect(await lireCharges('reactivations', {}, { ...RADIEE, guichet_radiation: null })).toEqual({ territoire: '1' })
  })

  it('n’a pas de valeur sans instantané de début', async () =>
    expect(await lireMotifs('reactivations', [{ avant: null }, { avant: S0 }])).toEqual(['S0_ABSENT', '0']))
})
