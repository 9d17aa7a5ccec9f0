import { describe, expect, it } from 'vitest'
import { ENTETE, feuille, relire } from './classeur.ts'
import { type ClasseurEcrit, rangee } from './ecrire-classeur.ts'

const XML = '<worksheet><sheetData>'
const REFUSES: Readonly<Record<string, readonly [ClasseurEcrit, RegExp]>> = {
  'une feuille coupée': [
    { feuilles: [{ lignes: '', brute: `${XML}${ENTETE}${rangee(2, ['x'])}<row r="3"><c r="A3"` }] },
    /La feuille « Feuil1 » de demandes\.xlsx est coupé/,
  ],
  'une feuille mal fermée': [
    { feuilles: [{ lignes: '', brute: `${XML}${ENTETE}${rangee(2, ['x'])}</worksheet></sheetData>` }] },
    /mal formé/,
  ],
  'une feuille qui s’arrête entre deux lignes': [
    { feuilles: [{ lignes: '', brute: `${XML}${ENTETE}${rangee(2, ['x'])}` }] },
    /coupé/,
  ],
  'une ligne de trop': [feuille(rangee(1_048_577, ['x'])), /1\s048\s576 lignes/],
  'une ligne donnée deux fois': [feuille(rangee(2, ['x']) + rangee(2, ['y'])), /numérote mal ses lignes/],
  'une cellule remplie deux fois': [
    feuille('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'),
    /remplit deux fois une même cellule \(ligne 2\)/,
  ],
  'des formats que l’archive n’a plus': [
    {
      ...feuille(rangee(2, ['x'])),
      autres: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r1" Type="a/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="a/styles" Target="ailleurs.xml"/></Relationships>',
      },
    },
    /n’a pas ses formats de cellules/,
  ],
  'une colonne de trop': [feuille('<row r="2"><c r="XFE2"><v>1</v></c></row>'), /16\s384 colonnes/],
  'des entités qui se multiplient': [
    {
      feuilles: [
        {
          lignes: '',
          brute: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${XML}${ENTETE}<row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
        },
      ],
    },
    /déclare des entités/,
  ],
  'une cellule démesurée': [feuille(rangee(2, ['x'.repeat(1_200_000)])), /plus d’un million de caractères/],
  'des balises emboîtées sans fin': [{ feuilles: [{ lignes: '<g>'.repeat(100_000) }] }, /emboîte/],
  'une formule jamais calculée': [
    feuille('<row r="2"><c r="A2"><f>B2</f></c></row>'),
    /formules jamais calculées \(ligne 2\)/,
  ],
  'un texte partagé qui manque': [
    { ...feuille('<row r="2"><c r="A2" t="s"><v>4</v></c></row>'), chaines: ['<t>x</t>'] },
    /ligne 2/,
  ],
  'un ancien classeur binaire': [{ ...feuille(''), autres: { 'xl/workbook.bin': 'x' } }, /\.xlsb/],
  'une feuille absente': [{ ...feuille(''), autres: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }, /Feuil1/],
}

describe('un classeur qui n’est pas entier est refusé d’une phrase', () => {
  it.each(Object.entries(REFUSES))('%s', async (_, [ecrit, phrase]) => {
    await expect(relire(ecrit)).rejects.toThrow(phrase)
    await expect(relire(ecrit)).rejects.toMatchObject({ name: 'RefusLecture' })
  })
})
