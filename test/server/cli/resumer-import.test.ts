import { expect, it } from 'vitest'
import { resumerImport } from '../../../server/cli/resumer-import.ts'
import { chargementSain } from '../../web/fixtures/chargements.ts'

const sain = { ...chargementSain.rapport, fichier_rejets: null }

/** The lines of the summary past the two that every import has, with plain spaces. */
const suite = (rapport: Partial<typeof sain>): string[] =>
  resumerImport({ ...sain, ...rapport })
    .replace(/[\u00a0\u202f]/g, ' ')
    .trimEnd()
    .split('\n')
    .slice(2)

it('le résumé d’un import ne dit rien de ce que la lecture n’a pas eu à reprendre', () => {
  expect(suite({})).toEqual([])
  expect(suite({ mots_vides: { canal: 0 }, feuilles_ecartees: { 'demandes.xlsx': [] } })).toEqual([])
})

it.each([
  [{ octets_repris: 1 }, '  Octets hors UTF-8, lus en Windows-1252 : 1.'],
  [{ lignes_de_total: 2 }, '  Lignes de total, laissées : 2.'],
  [{ completees: 1234 }, '  Lignes plus courtes que l’en-tête, complétées : 1 234.'],
  [
    { mots_vides: { canal: 3, 'guichets.adresse': 1 } },
    '  Mots lus comme une case vide : canal : 3, guichets.adresse : 1.',
  ],
  [{ valeurs_inconnues: { canal: { MINITEL: 4, '…': 2 } } }, '  Valeurs d’aucune liste : canal : 6.'],
  [{ vides_lus_non: ['dalo', 'en_qpv'] }, '  Cases vides lues comme non : dalo, en_qpv.'],
  [
    { feuilles_ecartees: { 'demandes.xlsx': ['Lisez-moi', 'Listes'] } },
    '  Feuilles écartées : demandes.xlsx : Lisez-moi, Listes.',
  ],
])('le résumé d’un import dit en une ligne ce que la lecture a repris ou laissé : %j', (rapport, ligne) => {
  expect(suite(rapport)).toEqual([ligne])
})
