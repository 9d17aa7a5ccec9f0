import { describe, expect, it } from 'vitest'
import { lireMemoire } from '../../../server/cli/memoire.ts'
import { dossierTemporaire } from '../../base.ts'
import { infocentre } from './aide.ts'

const MACHINE = 24_000_000_000

describe('INFOCENTRE_MEMOIRE', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['  ', null],
    ['4 Go', 4_000_000_000],
    ['4Go', 4_000_000_000],
    ['4GB', 4_000_000_000],
    ['4 gio', 4_000_000_000],
    ['1,5 Go', 1_500_000_000],
    ['1.5g', 1_500_000_000],
    ['800 Mo', 800_000_000],
    ['800\u00a0Mo', 800_000_000],
    ['256 Mo', 256_000_000],
    ['24 Go', MACHINE],
  ])('« %s » vaut %s octets', (texte, octets) => {
    expect(lireMemoire(texte, MACHINE)).toBe(octets)
  })

  it.each([
    [
      'beaucoup',
      /« beaucoup », qui n’est pas une taille : donner un nombre et son unité, par exemple 4 Go ou 800 Mo\.$/,
    ],
    ['4', /qui n’est pas une taille/],
    ['-4 Go', /qui n’est pas une taille/],
    ['4 Go et demi', /qui n’est pas une taille/],
    ['1,2,3 Go', /qui n’est pas une taille/],
    ['50 %', /qui n’est pas une taille/],
    ['255,9 Mo', /donner au moins 256 Mo\.$/],
    ['0 Go', /donner au moins 256 Mo\.$/],
    ['24,1 Go', /plus que la mémoire de la machine \(24,0 Go\) : en donner moins, ou ne rien préciser\.$/],
  ])('« %s » se refuse en une phrase', (texte, phrase) => {
    expect(() => lireMemoire(texte, MACHINE)).toThrow(phrase)
  })

  it('mal écrite, arrête la commande qui ouvre une base, en une phrase', async () => {
    const { code, messages } = await infocentre(['importer', '.', '--base', 'base'], dossierTemporaire(), {
      INFOCENTRE_MEMOIRE: 'tout',
    })
    expect([code, messages.trim().split('\n').length]).toEqual([1, 1])
    expect(messages).toContain('INFOCENTRE_MEMOIRE vaut « tout »')
  })
})
