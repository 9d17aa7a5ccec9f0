import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import type { Tableau } from '../../../reports/tableau/tableau.ts'

export type Ligne = Readonly<Record<'nom' | 'n' | 'part' | 'jour' | 'vu' | 'quand', unknown>>

/** Every type of column, with the texts that harm a spreadsheet, and an empty row. */
export const LIGNES: readonly Ligne[] = [
  { nom: 'Mairie d’Allauch', n: 12, part: 0.125, jour: '2026-10-31', vu: true, quand: '2026-11-23 10:05:00' },
  { nom: '=1+1', n: -3, part: 1 / 3, jour: '2024-02-29', vu: false, quand: '2026-01-01 00:00:00' },
  { nom: '@SUM(A1)', n: 0, part: 0, jour: '2000-01-01', vu: null, quand: null },
  { nom: '-2+3', n: 9_007_199_254_740_991, part: 1, jour: '1900-03-01', vu: true, quand: '1999-12-31 23:59:59' },
  { nom: 'a ; "b"\nc', n: 1, part: 1e-9, jour: '2099-12-31', vu: true, quand: '2026-06-15 12:00:00' },
  { nom: null, n: null, part: null, jour: null, vu: null, quand: null },
]

export const tableau = (lignes: Iterable<Ligne> | AsyncIterable<Ligne> = LIGNES): Tableau<Ligne> => ({
  titre: 'Essai : tout / rien',
  colonnes: [
    { nom: 'nom', intitule: 'Libellé', type: 'texte' },
    { nom: 'n', intitule: 'Nombre', type: 'entier' },
    { nom: 'part', intitule: 'Part', type: 'part' },
    { nom: 'jour', intitule: 'Jour', type: 'jour' },
    { nom: 'vu', intitule: 'Vu', type: 'booleen' },
    { nom: 'quand', intitule: 'Quand', type: 'moment' },
  ],
  lignes,
  notes: [
    ['Période', 'octobre 2026'],
    ['Seuils', '=3 %'],
  ],
})

export const octetsDe = async <Row>(t: Tableau<Row>, format: Format): Promise<Buffer> => {
  const morceaux: Uint8Array[] = []
  for await (const morceau of writeTableau(t, format))
    morceaux.push(typeof morceau === 'string' ? Buffer.from(morceau) : morceau)
  return Buffer.concat(morceaux)
}
