import { expect, it } from 'vitest'
import { anonymiserPairs, type Portee } from '../../../server/acces/portee.ts'

/** Who sees one entity alone, by its own name. */
const portee: Portee = {
  entiere: false,
  voit: ({ entite }) => entite === 'MIEN',
  nommer: (ligne) => ligne,
  anonyme: false,
  groupe: null,
  guichets: [],
  serviceDuGuichet: (code) => code,
}

const ligne = (entite: string, valeur: number | null) => ({
  niveau: 'GUICHET' as const,
  entite,
  libelle: `Guichet ${entite}`,
  valeur,
})

const LIGNES = [ligne('A', 0), ligne('B', null), ligne('MIEN', 0.5), ligne('C', 0.2), ligne('D', 0.1), ligne('E', 0.3)]

it('les pairs se suivent par leur valeur, sans nom ni code, ceux qui n’en ont pas d’abord', () => {
  expect(anonymiserPairs(LIGNES, portee)).toEqual([
    ligne('MIEN', 0.5),
    { niveau: 'GUICHET', entite: 'P1', libelle: 'Pair', valeur: null },
    { niveau: 'GUICHET', entite: 'P2', libelle: 'Pair', valeur: 0 },
    { niveau: 'GUICHET', entite: 'P3', libelle: 'Pair', valeur: 0.1 },
    { niveau: 'GUICHET', entite: 'P4', libelle: 'Pair', valeur: 0.2 },
    { niveau: 'GUICHET', entite: 'P5', libelle: 'Pair', valeur: 0.3 },
  ])
})

it('sous cinq autres, seul le sien se dit', () => {
  expect(anonymiserPairs(LIGNES.slice(1), portee)).toEqual([ligne('MIEN', 0.5)])
})

it('cinq autres guichets d’un même service, ou de quatre, n’en font pas cinq services', () => {
  const service = (code: string) => (code === 'E' ? 'D' : code)
  expect(anonymiserPairs(LIGNES, { ...portee, serviceDuGuichet: service })).toEqual([ligne('MIEN', 0.5)])
  expect(anonymiserPairs(LIGNES, { ...portee, serviceDuGuichet: () => 'X' })).toEqual([ligne('MIEN', 0.5)])
})
