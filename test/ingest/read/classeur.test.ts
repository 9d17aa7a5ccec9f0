import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { lignesDe, lireA, relire } from './classeur.ts'
import { type ClasseurEcrit, ecrireClasseur, rangee } from './ecrire-classeur.ts'

const ENTETE = rangee(1, ['a', 'b', 'c'])
const feuille = (lignes: string, suite = ''): ClasseurEcrit => ({ feuilles: [{ lignes: ENTETE + lignes, suite }] })
const cellule = (contenu: string, reste: Omit<ClasseurEcrit, 'feuilles'> = {}) =>
  relire({ ...feuille(`<row r="2">${contenu}</row>`), ...reste }).then(([ligne]) => ligne?.c[0])

describe('une cellule est lue comme une personne l’aurait tapée', () => {
  it.each([
    ['12.300000000000001', '12.3'],
    ['12.299999999999999', '12.3'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['2', '2'],
    ['-4.50', '-4.5'],
    ['1.5E3', '1500'],
    ['999999999999999', '999999999999999'],
  ])('le nombre %s est %s', async (valeur, texte) => {
    expect(await cellule(`<c r="A2"><v>${valeur}</v></c>`)).toBe(texte)
  })

  it.each([
    ['1000000000000000', '1E+15'],
    ['130926000001000000', '1.30926000001E+17'],
    ['1.30926E+17', '1.30926E+17'],
    ['13102600001234567', '1.3102600001234568E+16'],
  ])('le nombre %s, de plus de quinze chiffres, garde un exposant : il en a perdu', async (valeur, texte) => {
    expect(await cellule(`<c r="A2"><v>${valeur}</v></c>`)).toBe(texte)
  })

  it.each([
    ['une formule est sa valeur', '<c r="A2" t="str"><f>CONCAT("x")</f><v>x</v></c>', 'x'],
    ['une formule numérique aussi', '<c r="A2"><f>1+1</f><v>2</v></c>', '2'],
    ['une formule vide est vide', '<c r="A2" t="str"><f>""</f><v></v></c><c r="B2"><v>1</v></c>', ''],
    ['une erreur est son texte', '<c r="A2" t="e"><f>x</f><v>#N/A</v></c>', '#N/A'],
    ['un vrai', '<c r="A2" t="b"><v>1</v></c>', 'VRAI'],
    ['un faux', '<c r="A2" t="b"><v>0</v></c>', 'FAUX'],
    ['un jour écrit en clair', '<c r="A2" t="d"><v>2026-10-31T00:00:00</v></c>', '2026-10-31T00:00:00'],
    [
      'un texte en morceaux',
      '<c r="A2" t="inlineStr"><is><r><t>Le</t></r><r><rPr/><t xml:space="preserve"> Goff</t></r></is></c>',
      'Le Goff',
    ],
    ['une fin de ligne dans une cellule', '<c r="A2" t="inlineStr"><is><t>un&#10;deux_x000D_</t></is></c>', 'un\ndeux'],
    ['un souligné qui n’est pas un code', '<c r="A2" t="inlineStr"><is><t>_x005F_x0041_</t></is></c>', '_x0041_'],
    ['un zéro en tête gardé par le texte', '<c r="A2" t="inlineStr"><is><t>013</t></is></c>', '013'],
    ['des préfixes de noms', '<x:c xmlns:x="x" r="A2"><x:v>7</x:v></x:c>', '7'],
  ])('%s', async (_, contenu, texte) => {
    expect(await cellule(contenu)).toBe(texte)
  })

  it.each([
    ['yyyy\\-mm\\-dd', '46326', '2026-10-31'],
    ['[$-40C]d mmmm yyyy;@', '46326.75', '2026-10-31'],
    ['jj/mm/aaaa', '46326', '2026-10-31'],
    ['mmm\\-yy', '46326', '2026-10-31'],
    ['dd/mm/yyyy', '46325.999999999996', '2026-10-31'],
    ['dd/mm/yyyy', '1', '1900-01-01'],
    ['dd/mm/yyyy', '59', '1900-02-28'],
    ['dd/mm/yyyy', '60', '29/02/1900'],
    ['dd/mm/yyyy', '61', '1900-03-01'],
    ['dd/mm/yyyy', '-1', '-1'],
    ['00000', '1000', '01000'],
    ['000', '13', '013'],
    ['0.00', '1.5', '1.5'],
    ['#,##0.00 "d\'euros"', '1234.5', '1234.5'],
    ['[Red]0', '3', '3'],
    ['General', '3', '3'],
    ['h:mm', '0.5', '0.5'],
  ])('sous le format %s, %s se lit %s', async (format, valeur, texte) => {
    expect(await cellule(`<c r="A2" s="1"><v>${valeur}</v></c>`, { formats: [format] })).toBe(texte)
  })

  it('le format de date que tout tableur connaît par son numéro', async () => {
    expect(await cellule('<c r="A2" s="1"><v>46326</v></c>')).toBe('2026-10-31')
  })

  it('les dates comptées depuis 1904', async () => {
    expect(await cellule('<c r="A2" s="1"><v>44864</v></c>', { depuis1904: true })).toBe('2026-10-31')
    expect(await cellule('<c r="A2" s="1"><v>2957003</v></c>', { depuis1904: true })).toBe('9999-12-31')
    expect(await cellule('<c r="A2" s="1"><v>2957004</v></c>', { depuis1904: true })).toBe('2957004')
  })

  it('les textes partagés, même en morceaux, sans leur guide de prononciation', async () => {
    const chaines = ['<t>un</t>', '<r><t>de</t></r><r><t>ux</t></r><rPh sb="0" eb="1"><t>ドゥ</t></rPh>']
    const lignes = '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c></row>'
    expect(await relire({ ...feuille(lignes), chaines })).toEqual([{ l: 2, c: ['deux', 'un'] }])
  })
})

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
