import { expect, it } from 'vitest'
import { masquerNoms } from '../../../server/acces/masquer-noms.ts'

const NOMS = ['Mairie d’Échirolles-le-Vieux', 'B01A1', 'Office public Pervenche Habitat']

it.each([
  ['un libellé entier', 'La mairie d’Échirolles-le-Vieux conteste.', 'La mairie d’[nom ôté]-le-[nom ôté] conteste.'],
  ['un mot propre, sans ses accents', 'ECHIROLLES, le 12', '[nom ôté], le 12'],
  ['un code', 'guichet B01A1.', 'guichet [nom ôté].'],
  ['des mots qui se suivent', 'Pervenche Pervenche conteste', '[nom ôté] conteste'],
  ['les mots que tous partagent', 'L’office public et son habitat', 'L’office public et son habitat'],
  ['un mot qui en contient un autre', 'des pervenches', 'des pervenches'],
  ['rien', '', ''],
])('un texte pour le comité perd ce qui nomme : %s', (_, texte, attendu) => {
  expect(masquerNoms(texte, NOMS)).toBe(attendu)
})
