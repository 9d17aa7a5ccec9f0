import { expect, it } from 'vitest'
import * as roles from '../../../server/acces/roles.ts'

it.each([
  ['voient qui est derrière une demande', roles.VOIENT_LES_NOMS, ['gestionnaire']],
  [
    'voient des numéros uniques, tous ou ceux de leur service',
    roles.VOIENT_DES_NUMEROS,
    ['gestionnaire', 'etat', 'guichet'],
  ],
  ['voient ceux de tout un territoire', roles.VOIENT_TOUS_LES_NUMEROS, ['gestionnaire', 'etat']],
  ['tiennent un territoire, son journal, ses réglages', roles.GERENT, ['gestionnaire']],
  ['doivent un second facteur, sauf réglage', roles.AVEC_SECOND_FACTEUR, ['gestionnaire']],
] as const)('ceux qui %s sont ceux que dit le contrat, et nul autre', (_, lus, attendus) => {
  expect(lus).toEqual(attendus)
})
