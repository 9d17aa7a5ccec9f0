import { raw } from 'hono/html'
import type { Contexte } from '../contexte.ts'
import { echapper } from '../echapper.ts'
import { type Colonne, estTriee, trierIci } from '../modeles/tri.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'

/** The same numbers as the drawing, in the same formats. */
export interface Jumeau {
  readonly legende: string
  readonly entetes: readonly string[]
  /** First cell: what the row is about. */
  readonly lignes: readonly (readonly string[])[]
  /** What the rows come to, under them in whatever order. */
  readonly total?: readonly string[]
  /** Its rows may be sorted: they are no sequence of months or steps. `table` names it in the address. */
  readonly tri?: { readonly contexte: Contexte; readonly table: string }
}

/** The number that a cell begins with; null where it begins with none. */
const nombreLu = (texte: string): number | null => {
  const lu = texte.match(/^[+−-]?[\d\u00a0\u202f]+(?:,\d+)?/)?.[0]
  return lu === undefined
    ? null
    : Number(
        lu
          .replace(/[\u00a0\u202f]/g, '')
          .replace('−', '-')
          .replace(',', '.'),
      )
}

const SANS_VALEUR = ['', '–']

/** Columns of figures sort as figures, the others as words. */
const colonnesDe = ({ entetes, lignes }: Jumeau): readonly Colonne<readonly string[]>[] =>
  entetes.map((libelle, i) => {
    const textes = lignes.map((ligne) => ligne[i] ?? '').filter((texte) => !SANS_VALEUR.includes(texte))
    const chiffree = i > 0 && textes.every((texte) => nombreLu(texte) !== null)
    return {
      cle: String(i + 1),
      libelle,
      nombre: i > 0,
      valeur: (ligne) => {
        const texte = ligne[i] ?? ''
        if (SANS_VALEUR.includes(texte)) return null
        return chiffree ? nombreLu(texte) : texte
      },
    }
  })

/** Rows are written as text: a territory has 200 guichets. */
const rangee = ([nom = '', ...cellules]: readonly string[]): string =>
  `<tr><th scope="row">${echapper(nom)}</th>${cellules.map((c) => `<td class="num">${echapper(c)}</td>`).join('')}</tr>`

const EntetesFixes = ({ entetes }: Pick<Jumeau, 'entetes'>) => (
  <thead>
    <tr>
      {entetes.map((entete, i) => (
        <th scope="col" class={i === 0 ? undefined : 'num'}>
          {entete}
        </th>
      ))}
    </tr>
  </thead>
)

/** The table of a chart, opened where it has just been sorted. */
export const TableJumelle = ({ jumeau }: { readonly jumeau: Jumeau }) => {
  const { legende, entetes, lignes, total, tri } = jumeau
  const colonnes = tri ? colonnesDe(jumeau) : []
  const id = tri && `donnees-${tri.table}`
  const triees = tri ? trierIci(tri.contexte, lignes, colonnes, tri.table) : lignes
  return (
    <details class="twin" id={id} open={tri && estTriee(tri.contexte, colonnes, tri.table)}>
      <summary>Voir les données</summary>
      <Defilement nom={`Données : ${legende}`.replace(' :', '\u00a0:')}>
        <table class="data tight">
          <caption>{legende}</caption>
          {tri && id ? (
            <Entetes contexte={tri.contexte} colonnes={colonnes} table={tri.table} section={id} />
          ) : (
            <EntetesFixes entetes={entetes} />
          )}
          <tbody>{raw(triees.map(rangee).join(''))}</tbody>
          {total ? <tfoot>{raw(rangee(total))}</tfoot> : null}
        </table>
      </Defilement>
    </details>
  )
}
