import { describe, expect, it } from 'vitest'
import { LIGNES, octetsDe, tableau } from './tableau.ts'

describe('CSV, comme un Excel français l’ouvre', () => {
  it('BOM, point-virgule, virgule décimale, intitulés français ; une formule reste du texte', async () => {
    expect((await octetsDe(tableau(), 'csv')).toString('utf8')).toBe(
      [
        '\ufeffLibellé;Nombre;Part;Jour;Vu;Quand',
        'Mairie d’Allauch;12;0,125;31/10/2026;oui;23/11/2026 10:05:00',
        "'=1+1;-3;0,3333333333333333;29/02/2024;non;01/01/2026 00:00:00",
        "'@SUM(A1);0;0;01/01/2000;;",
        "'-2+3;9007199254740991;1;01/03/1900;oui;31/12/1999 23:59:59",
        '"a ; ""b""\nc";1;1e-9;31/12/2099;oui;15/06/2026 12:00:00',
        ';;;;;',
        '',
      ].join('\r\n'),
    )
  })

  it('sans ligne, les intitulés seuls', async () => {
    expect((await octetsDe(tableau([]), 'csv')).toString('utf8')).toBe('\ufeffLibellé;Nombre;Part;Jour;Vu;Quand\r\n')
  })
})

describe('JSON', () => {
  it('rend les lignes telles qu’elles sont, valeurs non arrondies', async () => {
    expect(JSON.parse((await octetsDe(tableau(), 'json')).toString('utf8'))).toEqual(LIGNES)
    expect((await octetsDe(tableau([]), 'json')).toString('utf8')).toBe('[]\n')
  })

  it('NDJSON : un objet par ligne', async () => {
    const lignes = (await octetsDe(tableau(), 'ndjson')).toString('utf8').trimEnd().split('\n')
    expect(lignes.map((ligne) => JSON.parse(ligne) as unknown)).toEqual(LIGNES)
  })
})
