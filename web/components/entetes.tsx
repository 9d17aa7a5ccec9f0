import type { Child } from 'hono/jsx'
import type { Contexte } from '../contexte.ts'
import { lienIci } from '../liens.ts'
import { type Colonne, demandeDe, lireTri, parametreTri, type Tri } from '../modeles/tri.ts'
import { ROLES } from './roles-table.ts'

interface Props {
  readonly contexte: Contexte
  readonly colonnes: readonly Colonne<never>[]
  /** The table, where the page sorts several. */
  readonly table?: string
  /** The section to come back to. */
  readonly section?: string
  /** The order where the address asks for none, if a column says it. */
  readonly parDefaut?: Tri
  /** The table is laid out as cards on a phone: its roles are written out. */
  readonly roles?: boolean
}

const SENS = { true: 'descending', false: 'ascending' } as const

const titreDe = ({ libelle, masque }: Colonne<never>): Child => (masque ? <span class="vh">{libelle}</span> : libelle)

/** The headings of a table: each that its rows can be sorted by is a link to the page so sorted. */
export const Entetes = ({ contexte, colonnes, table, section, parDefaut, roles = false }: Props) => {
  const nom = parametreTri(table)
  const tri = lireTri(contexte.requete[nom], colonnes) ?? parDefaut ?? null
  return (
    <thead {...(roles ? ROLES.groupe : {})}>
      <tr {...(roles ? ROLES.rangee : {})}>
        {colonnes.map((colonne) => (
          <th
            scope="col"
            class={colonne.nombre ? 'num' : undefined}
            aria-sort={tri?.cle === colonne.cle ? SENS[`${tri.descend}`] : undefined}
            {...(roles ? ROLES.intitule : {})}
          >
            {colonne.valeur === undefined && !colonne.dejaTriee ? (
              titreDe(colonne)
            ) : (
              <a href={lienIci(contexte, { [nom]: demandeDe(colonne, tri), page: null }, section)}>
                {titreDe(colonne)}
              </a>
            )}
            {colonne.precision ? <span class="sub">{colonne.precision}</span> : null}
          </th>
        ))}
      </tr>
    </thead>
  )
}
