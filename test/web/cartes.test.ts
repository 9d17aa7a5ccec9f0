import { describe, expect, it } from 'vitest'
import { partagerCartes } from '../../web/modeles/cartes.ts'

const carte = (code: string, statut_affiche: 'ALERTE' | 'NORMAL' | null) => ({
  fiche: { code },
  ligne: { statut_affiche },
})
const codes = (cartes: readonly { readonly fiche: { readonly code: string } }[]) =>
  cartes.map(({ fiche }) => fiche.code)
const CARTES = [
  ...['a', 'b', 'c', 'd', 'e'].map((code) => carte(code, 'ALERTE')),
  carte('f', 'NORMAL'),
  carte('g', null),
]

describe('les cartes d’un guichet', () => {
  it.each([
    ['sans demande, les quatre alertes les plus graves', undefined, 'abcd', 'efg'],
    ['la carte demandée est en grand, en tête', 'f', 'fabcd', 'eg'],
    ['une cinquième alerte se demande comme une autre', 'e', 'eabcd', 'fg'],
    ['une alerte déjà en grand ne l’est pas deux fois', 'b', 'abcd', 'efg'],
    ['un indicateur inconnu n’agrandit rien', 'zz', 'abcd', 'efg'],
  ])('%s', (_, demandee, grandes, petites) => {
    const parts = partagerCartes(CARTES, demandee)
    expect([codes(parts.grandes).join(''), codes(parts.petites).join('')]).toEqual([grandes, petites])
  })
})
