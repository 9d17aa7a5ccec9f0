import { expect, it } from 'vitest'
import { porteUnNumero } from '../../../server/services/numero.ts'

it.each([
  ['en un mot', 'voir 0131026000001AAAAA', true],
  ['en minuscules', 'voir 0131026000001aaaaa.', true],
  ['en quatre groupes', 'la demande 013 1026 000001 AAAAA est close', true],
  ['en groupes insécables', 'la demande 013\u00a01026\u00a0000001\u00a0AAAAA', true],
  ['en groupes à tirets', '013-1026-000001-AAAAA', true],
  ['sans son premier zéro', '131026000001AAAAA', true],
  ['collé à un mot', 'NUD0131026000001AAAAA', true],
  ['sur deux lignes', '013 1026\n000001 AAAAA', true],
  ['au bout d’un texte', 'Réf.\u202f:0131026000001AAAAA', true],
  ['d’un mois qui n’existe pas', '0131326000001AAAAA', false],
  ['un téléphone', 'appeler le 04 91 10 20 30 avant le 12/10/2026', false],
  ['un SIRET', 'SIRET 130 012 345 00017', false],
  ['des chiffres et des dates', '12 attestations sur 86 en octobre 2026, soit 14,0 % ; 9 sur 74 en août', false],
  ['rien', '', false],
])('un numéro unique, %s', (_, texte, attendu) => {
  expect(porteUnNumero(texte)).toBe(attendu)
})
