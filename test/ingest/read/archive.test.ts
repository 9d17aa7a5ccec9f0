import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dezipper } from '../../../ingest/read/zip.ts'
import { dossierTemporaire } from '../../base.ts'
import { comprimer, enZip } from '../zip.ts'
import { lireA } from './classeur.ts'
import { ecrireClasseur, rangee } from './ecrire-classeur.ts'

const deplier = async (contenu: Parameters<typeof enZip>[1], abimer = (_chemin: string) => {}): Promise<string[]> => {
  const chemin = join(dossierTemporaire(), 'instantane.zip')
  enZip(chemin, contenu)
  abimer(chemin)
  const cible = dossierTemporaire()
  await dezipper(chemin, cible)
  return readdirSync(cible).toSorted()
}

/** Turns one bit of a file. */
const retourner = (chemin: string, place: (octets: Buffer) => number): void => {
  const octets = readFileSync(chemin)
  const i = place(octets)
  octets[i] = (octets[i] ?? 0) ^ 1
  writeFileSync(chemin, octets)
}

const stocke = (texte: string) => {
  const brut = Buffer.from(texte)
  return { ...comprimer(brut), comprime: brut, methode: 0 }
}

describe('une archive est lue entière, ou refusée', () => {
  it.each([
    ['un dossier', { 'extraction/demandes.csv': 'x' }, ['demandes.csv']],
    [
      'ce que les systèmes y laissent',
      {
        '__MACOSX/._demandes.csv': 'x',
        '.DS_Store': 'x',
        'a/Thumbs.db': 'x',
        'a/~$demandes.xlsx': 'x',
        'a/desktop.ini': 'x',
        'a/demandes.csv': 'x',
      },
      ['demandes.csv'],
    ],
    ['des fichiers non comprimés', { 'demandes.csv': stocke('x') }, ['demandes.csv']],
    ['un nom accentué en UTF-8 qui ne le dit pas', { 'demandes-été.csv': 'x' }, ['demandes-été.csv']],
    ['un fichier vide', { 'demandes.csv': '' }, ['demandes.csv']],
  ])('%s', async (_, contenu, noms) => {
    expect(await deplier(contenu)).toEqual(noms)
  })

  it('un nom en CP437, comme Windows les écrivait', async () => {
    const chemin = join(dossierTemporaire(), 'instantane.zip')
    enZip(chemin, { 'demandes-Zt.csv': 'x' })
    const octets = readFileSync(chemin)
    for (let i = octets.indexOf('Zt'); i >= 0; i = octets.indexOf('Zt')) octets[i] = 0x82
    writeFileSync(chemin, octets)
    const cible = dossierTemporaire()
    await dezipper(chemin, cible)
    expect(readdirSync(cible)).toEqual(['demandes-ét.csv'])
  })

  it.each([
    ['stocké', stocke('numero_unique;statut\n'.repeat(80))],
    ['comprimé', `${'numero_unique;statut\n'.repeat(80)}fin`],
  ])('un bit retourné dans un fichier %s', async (_, contenu) => {
    const abimer = (chemin: string) => retourner(chemin, (octets) => octets.indexOf('demandes.csv') + 12 + 6)
    await expect(deplier({ 'demandes.csv': contenu }, abimer)).rejects.toThrow(
      /L’archive instantane\.zip est (altérée|tronquée)/,
    )
  })

  it('un fichier que le répertoire nomme autrement : nul ne le chercherait', async () => {
    const abimer = (chemin: string) => retourner(chemin, (octets) => octets.lastIndexOf('demandes-2.csv'))
    await expect(deplier({ 'demandes-1.csv': 'x', 'demandes-2.csv': 'y' }, abimer)).rejects.toThrow(
      /altérée : eemandes-2\.csv n’y porte pas le même nom/,
    )
  })

  it('un répertoire qui annonce moins de fichiers qu’il n’en cite', async () => {
    const abimer = (chemin: string) => {
      const octets = readFileSync(chemin)
      octets.writeUInt16LE(1, octets.lastIndexOf('PK\x05\x06') + 10)
      writeFileSync(chemin, octets)
    }
    await expect(deplier({ 'demandes-1.csv': 'x', 'demandes-2.csv': 'y' }, abimer)).rejects.toThrow(
      /altérée : son répertoire cite plus de fichiers/,
    )
  })

  it.each([
    ['bzip2', 12, 'bzip2'],
    ['LZMA', 14, 'LZMA'],
    ['Zstandard', 93, 'Zstandard'],
    ['une méthode que nul ne connaît', 77, 'n° 77'],
  ])('comprimée par %s', async (_, methode, nom) => {
    await expect(deplier({ 'demandes.csv': { ...comprimer('x'), methode } })).rejects.toThrow(
      new RegExp(`comprime demandes\\.csv par la méthode ${nom}.* : refaire l’archive`),
    )
  })

  it.each([
    ['ancien', { drapeaux: 1 }],
    ['AES', { methode: 99 }],
  ])('sous un mot de passe, %s', async (_, reste) => {
    await expect(deplier({ 'demandes.csv': { ...comprimer('x'), ...reste } })).rejects.toThrow(
      /protégée par un mot de passe/,
    )
  })

  it('un accessoire illisible ne gêne pas', async () => {
    expect(await deplier({ '.DS_Store': { ...comprimer('x'), methode: 12 }, 'demandes.csv': 'x' })).toEqual([
      'demandes.csv',
    ])
  })

  it('deux fichiers du même nom, nommés', async () => {
    await expect(deplier({ 'a/demandes.csv': 'x', 'b/Demandes.CSV': 'x' })).rejects.toThrow(
      /a\/demandes\.csv et b\/Demandes\.CSV/,
    )
  })

  it.each([0.1, 0.5, 0.9, 0.99])('coupée à %d de sa longueur', async (part) => {
    const couper = (chemin: string) => truncateSync(chemin, Math.floor(statSync(chemin).size * part))
    await expect(deplier({ 'demandes.csv': 'x'.repeat(500) }, couper)).rejects.toThrow(/tronquée ou illisible/)
  })

  it('un classeur dont un bit a changé', async () => {
    const chemin = ecrireClasseur(join(dossierTemporaire(), 'demandes.xlsx'), {
      feuilles: [
        {
          lignes: '',
          brute: stocke(`<worksheet><sheetData>${rangee(1, ['a'])}${rangee(2, ['x7y'])}</sheetData></worksheet>`),
        },
      ],
    })
    retourner(chemin, (octets) => octets.indexOf('x7y') + 1)
    await expect(lireA(chemin, ['a'])).rejects.toThrow(
      /Le classeur demandes\.xlsx est altéré : xl\/worksheets\/sheet1\.xml/,
    )
  })

  it.each([
    ['un ancien .xls', 'd0cf11e0a1b11ae100000000', /ancien classeur \.xls/],
    [
      'un classeur sous mot de passe',
      `d0cf11e0a1b11ae1${Buffer.from('EncryptedPackage', 'utf16le').toString('hex')}`,
      /mot de passe/,
    ],
    ['une page', Buffer.from('<html><table>').toString('hex'), /n’est pas un classeur XLSX/],
    ['rien', '', /n’est pas un classeur XLSX/],
  ])('%s sous le nom d’un classeur', async (_, octets, phrase) => {
    const chemin = join(dossierTemporaire(), 'demandes.xlsx')
    writeFileSync(chemin, Buffer.from(octets, 'hex'))
    await expect(lireA(chemin, ['a'])).rejects.toThrow(phrase)
  })
})
