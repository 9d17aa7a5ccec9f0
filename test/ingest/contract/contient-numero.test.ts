import { describe, expect, it } from 'vitest'
import { contientNumero } from '../../../ingest/contract/numero.ts'

describe('un texte tapé', () => {
  it.each([
    ['0131026000017B01A1'],
    ['voir 0131026000017b01a1, merci'],
    ['demande (0131026000017B01A1)'],
    ['n°0131026000017B01A1'],
    ['0131 0260 0001 7B01A1'],
    ['013-1026-000017-B01A1'],
    ['dossier 131026000017B01A1, sans son zéro'],
    ['xx0131026000017B01A1yy'],
    ['013\u00a01026\u00a0000017\u00a0B01A1'],
    ['013 1026\n000017 B01A1'],
    ['Réf.\u202f:0131026000017B01A1'],
    ['013/1026/000017/B01A1'],
    ['vue le 31/01/2026 : 0131026000017B01A1'],
    ['013.1026.000017.B01A1'],
  ])('qui tient un numéro unique se reconnaît : %s', (texte) => {
    expect(contientNumero(texte)).toBe(true)
  })

  it.each([
    [''],
    ['Montrieux et Roquebelle appelés le 05/11.'],
    ['tél. 04 91 00 00 00 ou 06 12 34 56 78'],
    ['SIRET 123 456 789 00011'],
    ['instantanés des 31/01/2026, 28/02/2026, 31/03/2026 et 30/04/2026'],
    ['du 31/01/2026 28/02/2026 31/03/2026'],
    ['2026-01-31 2026-02-28 2026-03-31'],
    ['04 91 00 00 00, 04 92 00 00 00'],
    ['9 groupes faits le 20/11, 412 307 lignes lues'],
    ['0131326000017B01A1'],
    ['12 attestations sur 86 en octobre 2026, soit 14,0 % ; 9 sur 74 en août'],
  ])('qui n’en tient pas passe : %s', (texte) => {
    expect(contientNumero(texte)).toBe(false)
  })
})
