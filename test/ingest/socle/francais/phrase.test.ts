import { expect, it } from 'vitest'
import { deNom } from '../../../../ingest/socle/francais/phrase.ts'

it.each([
  ['Arles', 'd’Arles'],
  ['Éguilles', 'd’Éguilles'],
  ['Istres', 'd’Istres'],
  ['Yvetot', 'd’Yvetot'],
  ['Hyères', 'd’Hyères'],
  ['Halluin', 'de Halluin'],
  ['Marseille', 'de Marseille'],
  ['La Ciotat', 'de La Ciotat'],
  ['L’Isle', 'de L’Isle'],
  ['Le Rove', 'du Rove'],
  ['Les Pennes-Mirabeau', 'des Pennes-Mirabeau'],
])('« de » devant %s fait « %s »', (nom, attendu) => {
  expect(deNom(nom)).toBe(attendu)
})
