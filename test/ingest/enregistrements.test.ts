import { describe, expect, it } from 'vitest'
import { lecteurEnregistrements, type ReglesEnregistrement } from '../../ingest/read/enregistrements.ts'

const NUMERO = /^\d{18};/

/** Three columns, the second of free text. */
const REGLES: ReglesEnregistrement = {
  separateur: ';',
  colonnes: 3,
  admetFinDeLigne: (rang) => rang === 1,
  estEnregistrement: (ligne) => NUMERO.test(ligne),
}

const N = (rang: number) => `0131026${String(rang).padStart(6, '0')}00000`

/** Each record read: its cells, or the line that is rejected. */
const lire = (texte: string, taille = texte.length * 4): (string | readonly string[])[] => {
  const octets = Buffer.from(texte)
  const lecteur = lecteurEnregistrements(REGLES)
  let sortie = ''
  let reste = Buffer.alloc(0)
  for (let i = 0; i <= octets.length; i += taille) {
    const bloc = Buffer.concat([reste, octets.subarray(i, i + taille)])
    const { sortie: lue, lus } = lecteur.lire(bloc, i + taille > octets.length)
    sortie += lue.toString('utf8')
    reste = Buffer.from(bloc.subarray(lus))
  }
  return sortie
    .replace(/\n$/, '')
    .split('\n')
    .map((ligne) => {
      if (ligne.startsWith('\x1c')) return ligne.slice(1)
      return ligne.startsWith('\x1e') ? ligne.slice(1).replaceAll('\x1d', '\n').split('\x1f') : ligne.split(';')
    })
}

const CAS: readonly (readonly [string, string, readonly (string | readonly string[])[]])[] = [
  [
    'des cellules sans guillemets',
    `${N(1)};a;b\n${N(2)};c;d\n`,
    [
      [N(1), 'a', 'b'],
      [N(2), 'c', 'd'],
    ],
  ],
  ['un séparateur entre guillemets', `${N(1)};"a;b";c\n`, [[N(1), 'a;b', 'c']]],
  ['un guillemet doublé', `${N(1)};"a""b";c\n`, [[N(1), 'a"b', 'c']]],
  ['une cellule vide entre guillemets', `${N(1)};"";"c"\n`, [[N(1), '', 'c']]],
  ['un guillemet au milieu d’une cellule', `${N(1)};DIT "JOJO" M;c\n`, [[N(1), 'DIT "JOJO" M', 'c']]],
  ['des espaces après le guillemet fermant', `${N(1)};"a"  ;c\n`, [[N(1), 'a', 'c']]],
  ['un texte après le guillemet fermant', `${N(1)};"LE "GRAND" M";c\n`, [`${N(1)};"LE "GRAND" M";c`]],
  [
    'une cellule sur deux lignes',
    `${N(1)};"a\nb";c\n${N(2)};d;e\n`,
    [
      [N(1), 'a\nb', 'c'],
      [N(2), 'd', 'e'],
    ],
  ],
  ['une cellule sur deux lignes CRLF', `${N(1)};"a\r\nb";c\r\n`, [[N(1), 'a\nb', 'c']]],
  ['un guillemet jamais fermé', `${N(1)};"a;b\n${N(2)};c;d\n`, [`${N(1)};"a;b`, [N(2), 'c', 'd']]],
  ['un guillemet jamais fermé, sur la dernière ligne', `${N(1)};"a;b`, [`${N(1)};"a;b`]],
  ['une fin de ligne dans un code', `${N(1)};a;"b\nc"\n`, [`${N(1)};a;"b`, ['c"']]],
  ['un enregistrement trop long de champs', `${N(1)};"a\nb";c;d\n`, [`${N(1)};"a`, ['b"', 'c', 'd']]],
  ['des champs de trop, vides', `${N(1)};"a\nb";c;;\n`, [[N(1), 'a\nb', 'c', '', '']]],
  ['une première cellule vide, puis des guillemets', ';"a";b\n', [['', 'a', 'b']]],
  ['une dernière ligne sans fin', `${N(1)};"a";c`, [[N(1), 'a', 'c']]],
]

describe('un enregistrement se lit', () => {
  it.each(CAS)('%s', (_, texte, attendu) => {
    expect(lire(texte)).toEqual(attendu)
  })

  it.each(CAS)('de même octet par octet : %s', (_, texte, attendu) => {
    expect(lire(texte, 1)).toEqual(attendu)
  })
})

describe('les lignes sans guillemets', () => {
  it('sont rendues finies par LF, comme les autres : deux sortes de fins de ligne en feraient davantage', () => {
    const texte = `${N(1)};a;b\r\n${N(2)};"c";d\r\n\r\n${N(3)};e;f\r\n`
    const { sortie } = lecteurEnregistrements(REGLES).lire(Buffer.from(texte), true)
    expect(sortie.includes('\r')).toBe(false)
    expect(sortie.toString().split('\n')).toHaveLength(5)
  })
})

describe('un enregistrement de plusieurs lignes a ses limites', () => {
  const lignes = (n: number) => `${N(1)};"${Array.from({ length: n }, () => 'x').join('\n')}";c\n`

  it.each([
    [200, 1],
    [201, 201],
  ])('%i lignes font %i enregistrement(s)', (n, attendu) => {
    expect(lire(lignes(n))).toHaveLength(attendu)
  })

  it.each([
    ['tout juste', 65_536 - N(1).length - 1 - 6, 1],
    ['un octet de trop', 65_536 - N(1).length - 1 - 5, 2],
  ])('soixante-quatre kilo-octets, %s', (_, taille, attendu) => {
    expect(lire(`${N(1)};"a\n${'x'.repeat(taille)}";c\n`)).toHaveLength(attendu)
  })

  it('les lignes comptent à partir du suivant', () => {
    const lecteur = lecteurEnregistrements(REGLES)
    lecteur.lire(Buffer.from(`${N(1)};a;b\n${N(2)};"a\nb\nc";d\n${N(3)};"a\nb";d\n`), true)
    expect(lecteur.decalages).toEqual([
      [2, 2],
      [3, 3],
    ])
  })
})
