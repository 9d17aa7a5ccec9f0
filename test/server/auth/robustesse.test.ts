import { describe, expect, it } from 'vitest'
import { reprocheDe } from '../../../server/auth/robustesse.ts'

const PROCHES = ['camille.martin@exemple.fr', 'Camille Martin']

describe('un mot de passe', () => {
  it.each([
    ['onze caractères', 'kd7Tq!zpW2x', /au moins 12/],
    ['un mot courant suivi de chiffres', 'motdepasse1234', /trop courant/],
    ['une suite de touches', 'azertyuiop123456', /trop courant/],
    ['le nom de sa ville', 'Marseille13013', /trop courant/],
    ['son nom et une année', 'Camille.Martin2026', /trop proche/],
    ['son adresse', 'camille.martin@exemple.fr', /trop proche/],
    ['le nom du produit', 'infocentre2026!', /trop proche/],
    ['trop long', 'a'.repeat(300), /au plus 256/],
  ])('%s : refusé', (_, motDePasse, reproche) => {
    expect(reprocheDe(motDePasse, PROCHES)).toMatch(reproche)
  })

  it.each(['kd7Tq!zpW2xR', 'neuf girafes sous la pluie', 'Camille mange onze kiwis verts'])(
    '« %s » : gardé',
    (motDePasse) => {
      expect(reprocheDe(motDePasse, PROCHES)).toBeNull()
    },
  )
})
