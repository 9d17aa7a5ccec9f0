import { describe, expect, it } from 'vitest'
import { feuille, relire } from './classeur.ts'
import type { ClasseurEcrit } from './ecrire-classeur.ts'

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
    ['une erreur qu’aucune liste ne nomme est un mot vide', '<c r="A2" t="e"><f>x</f><v>#NUM!</v></c>', '#N/A'],
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
