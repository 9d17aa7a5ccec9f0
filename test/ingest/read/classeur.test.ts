import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { ENTETE, feuille, lignesDe, lireA, relire } from './classeur.ts'
import { ecrireClasseur, rangee } from './ecrire-classeur.ts'

describe('les lignes d’une feuille', () => {
  it('la dernière n’est jamais perdue, et garde son numéro', async () => {
    const lignes = Array.from({ length: 300 }, (_, i) => rangee(i + 2, [`n${i}`])).join('')
    const lues = await relire(feuille(lignes))
    expect(lues).toHaveLength(300)
    expect(lues.at(-1)).toEqual({ l: 301, c: ['n299'] })
  })

  it('sans adresses, elles se suivent', async () => {
    expect(await relire(feuille('<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>'))).toEqual([
      { l: 2, c: ['1', '2'] },
      { l: 3, c: ['', '3'] },
    ])
  })

  it('vides ou mises en forme seulement, elles ne sont rien', async () => {
    expect(await relire(feuille(`<row r="2"><c r="A2" s="1"/></row><row r="9" s="1"/>${rangee(12, ['x'])}`))).toEqual([
      { l: 12, c: ['x'] },
    ])
  })

  it('la dernière ligne et la dernière colonne du format ne coûtent que ce qu’elles portent', async () => {
    const loin = '<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>'
    const suite = '<dimension ref="A1:XFD1048576"/>'
    expect(await relire(feuille(loin, suite))).toEqual([{ l: 1_048_576, c: ['1', '', '', '2'] }])
  })

  it('un intitulé à la dernière colonne ne fait pas lire celles d’avant', async () => {
    const lignes =
      '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="XFD1" t="str"><v>b</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>2</v></c></row>'
    expect(await relire({ feuilles: [{ lignes }] })).toEqual([{ l: 2, c: ['1', '2'] }])
  })

  it('sous un titre et des filtres', async () => {
    const lignes =
      rangee(1, ['Demandes']) + rangee(3, ['Filtre', 'tout']) + rangee(5, ['a', 'b', 'c']) + rangee(6, ['x'])
    const lu = await lireA(ecrireClasseur(join(dossierTemporaire(), 'x.xlsx'), { feuilles: [{ lignes }] }), [
      'a',
      'b',
      'c',
    ])
    expect(lu.lues[0]).toMatchObject({ ligne: 5, intitules: ['a', 'b', 'c'] })
    expect(lignesDe(lu)).toEqual([{ l: 6, c: ['x'] }])
  })

  it('une cellule fusionnée sur plusieurs lignes vaut pour chacune', async () => {
    const lignes = rangee(2, ['1', 'AAAAA']) + rangee(3, ['2']) + rangee(4, ['3']) + rangee(5, ['4'])
    const suite = '<mergeCells count="2"><mergeCell ref="B2:B4"/><mergeCell ref="C2:D2"/></mergeCells>'
    expect((await relire(feuille(lignes, suite))).map(({ c }) => c)).toEqual([
      ['1', 'AAAAA'],
      ['2', 'AAAAA'],
      ['3', 'AAAAA'],
      ['4'],
    ])
  })

  it('une valeur au-delà du dernier intitulé se voit', async () => {
    expect(await relire(feuille('<row r="2"><c r="A2"><v>1</v></c><c r="F2"><v>9</v></c></row>'))).toEqual([
      { l: 2, c: ['1', '', '', '9'] },
    ])
  })

  it('une colonne jamais conservée n’est pas même écrite', async () => {
    const lignes = rangee(1, ['a', 'NIR', 'b']) + rangee(2, ['1', '184127503412345', '2'])
    const lu = await lireA(ecrireClasseur(join(dossierTemporaire(), 'x.xlsx'), { feuilles: [{ lignes }] }), ['a', 'b'])
    expect(readFileSync(lu.lues[0]?.chemin ?? '', 'utf8')).not.toContain('184127503412345')
  })
})

describe('les feuilles d’un classeur', () => {
  it('les visibles sont lues l’une après l’autre, les cachées et celles d’autre chose nommées', async () => {
    const table = ENTETE + rangee(2, ['x'])
    const lu = await lireA(
      ecrireClasseur(join(dossierTemporaire(), 'x.xlsx'), {
        feuilles: [
          { nom: 'Est', lignes: table },
          { nom: 'Archive', lignes: table, etat: 'hidden' },
          { nom: 'Notes', lignes: rangee(1, ['À lire']) },
          { nom: 'Ouest', lignes: table },
          { nom: 'Paramètres', lignes: table, etat: 'veryHidden' },
        ],
      }),
      ['a', 'b', 'c'],
    )
    expect(lu.lues.map(({ nom }) => nom)).toEqual(['Est', 'Ouest'])
    expect(lu.ecartees).toEqual(['Archive', 'Notes', 'Paramètres'])
  })

  it('un classeur fait par un autre outil', async () => {
    const classeur = new ExcelJS.Workbook()
    const page = classeur.addWorksheet('Extraction')
    page.addRow(['a', 'b', 'c'])
    page.addRow([
      { formula: 'A1', result: 'calculé' },
      { richText: [{ text: 'en ' }, { text: 'morceaux', font: { bold: true } }] },
      new Date('2026-10-31T00:00:00Z'),
    ])
    page.addRow([true, { error: '#REF!' }, 12.3])
    const chemin = join(dossierTemporaire(), 'x.xlsx')
    await classeur.xlsx.writeFile(chemin)
    expect(lignesDe(await lireA(chemin, ['a', 'b', 'c'])).map(({ c }) => c)).toEqual([
      ['calculé', 'en morceaux', '2026-10-31'],
      ['VRAI', '#REF!', '12.3'],
    ])
  })
})
