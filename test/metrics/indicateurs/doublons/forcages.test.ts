import { describe, expect, it } from 'vitest'
import { auxBornes, lireCharges, lireMotifs, verifierCas } from '../../aide.ts'

const FORCEE = { forcage_doublon: 'OUI' }

describe('forcages', () => {
  it('accuse une demande enregistrée dans la période malgré l’alerte de doublon', () =>
    verifierCas('forcages', [
      ...auxBornes('date_enregistrement', FORCEE, '1/1', '0/0'),
      ['non forcée', { forcage_doublon: 'NON' }, '0/1'],
      ['forçage inconnu : non forcée', {}, '0/1'],
      ['radiée depuis', { ...FORCEE, statut: 'RADIEE' }, '1/1'],
      ['d’une association', { ...FORCEE, type_demandeur: 'ASSOCIATION' }, '0/0'],
      ['avec un motif', { ...FORCEE, motif_forcage: 'HOMONYMIE' }, '1/1'],
      ['plusieurs', [FORCEE, {}, {}], '1/3'],
    ]))

  it('charge le guichet de l’enregistrement', async () =>
    expect(await lireCharges('forcages', FORCEE)).toEqual({ ENREG: '1/1', territoire: '1/1' }))

  it('n’accuse et ne blanchit personne quand les forçages ne sont pas exportés', async () =>
    expect(await lireMotifs('forcages', [{ sans: ['forcage_doublon'] }])).toEqual(['COLONNE_VIDE forcage_doublon']))
})
