import type { Compteurs } from '../compteurs.ts'
import { quantile } from '../delais.ts'
import { type Monde, pratiqueDe } from '../monde.ts'
import type { TauxChange } from '../taux-vrais.ts'

type Cellule = string | number | null

const nombre = (n: number): string => String(Math.round(n * 1e6) / 1e6)

/** Lines of a `;` table, its columns first; nothing for null. */
const table = (colonnes: string, lignes: readonly (readonly Cellule[])[]): string[] => [
  colonnes,
  ...lignes.map((cellules) => cellules.map((c) => (typeof c === 'number' ? nombre(c) : (c ?? ''))).join(';')),
]

/** What a new software does to its columns, by the words it writes. */
const EFFETS = { CODES: 'VIDE', CONNUS: 'LIBELLES_CONNUS', A_TRADUIRE: 'LIBELLES_A_TRADUIRE' } as const

/** What changes in a département, one table for each kind, by the name of its file. */
export const direChangements = (
  monde: Monde,
  taux: readonly TauxChange[],
  { rattrapes }: Pick<Compteurs, 'rattrapes'>,
): Readonly<Record<string, string[]>> => {
  const { changements, irregularites, guichets, calendrier } = monde
  const code = (rang: number) => guichets[rang]?.code ?? ''
  const date = (jour: number) => calendrier.textes[jour] ?? ''
  const parDate = changements.toSorted((a, b) => a.jour - b.jour)
  const delai = (guichet: number, jour: number): Cellule[] => {
    const { cadence, delaiAttribution } = pratiqueDe(monde, guichet, jour)
    return [cadence, quantile(delaiAttribution.parts, 0.5), quantile(delaiAttribution.parts, 0.9)]
  }
  return {
    'changements.csv': table(
      'guichet;nature;date;indicateur;seuil;avant;apres;verdict_avant;verdict_apres',
      taux.map((t) => [
        ...[t.guichet, t.nature, date(t.jour), t.indicateur, t.seuil],
        ...[t.avant, t.apres, t.verdictAvant, t.verdictApres],
      ]),
    ),
    'logiciels.csv': table(
      'guichet;date;colonne;effet',
      parDate
        .filter(({ nature }) => nature === 'LOGICIEL')
        .flatMap(({ guichet, jour, colonnes, apres }) =>
          colonnes.map((colonne) => [code(guichet), date(jour), colonne, EFFETS[apres.lexique ?? 'CODES']]),
        ),
    ),
    'cadences.csv': table(
      'guichet;date;cadence_avant;mediane_avant;p90_avant;cadence_apres;mediane_apres;p90_apres',
      parDate
        .filter(({ nature }) => nature === 'CADENCE')
        .map(({ guichet, jour }) => [code(guichet), date(jour), ...delai(guichet, jour - 1), ...delai(guichet, jour)]),
    ),
    'rattrapages.csv': table(
      'guichet;acte;date;depuis;nombre',
      [...irregularites.rattrapages.values()].map(({ guichet, acte, jour, debut }) => [
        ...[code(guichet), acte, date(jour), date(debut), rattrapes.get(guichet) ?? 0],
      ]),
    ),
    'silences.csv': table(
      'guichet;debut;fin',
      [...irregularites.silences.values()].map(({ guichet, debut, fin }) => [code(guichet), date(debut), date(fin)]),
    ),
  }
}
