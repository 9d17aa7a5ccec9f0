import { type RawBuilder, sql } from 'kysely'
import type { Colonne } from '../../ingest/socle/sql/colonne.ts'
import { sensDe } from '../../ingest/socle/sql/description.ts'
import { refs } from '../../ingest/socle/sql/query.ts'
import type { Table } from '../../ingest/socle/sql/table.ts'
import { COLONNES_DES_FICHIERS, type Column } from '../../ingest/store/colonnes.ts'

/**
 * The two copies that free queries read, never both at once: one holds numéros uniques; the other has none, and alone holds
 * motives and nationalities.
 */
export const SORTES = ['AVEC_NUMEROS', 'SANS_NUMERO'] as const

export type Sorte = (typeof SORTES)[number]

/** A column as a person who writes a query needs to know it. */
export interface ColonneLue {
  readonly nom: string
  /** In plain words: texte, entier, nombre, date, instant, oui ou non, liste. */
  readonly type: string
  readonly sens: string
  readonly unite: string | null
  /** The codes that it holds, where they are few. */
  readonly codes?: readonly string[]
  /** Numéros uniques stand in it: the copy without numbers lacks it. */
  readonly numero?: true
}

/** A table of the copies. */
export interface TableLue {
  readonly nom: string
  /** What a row is. */
  readonly sens: string
  readonly sortes: readonly Sorte[]
  readonly colonnes: readonly ColonneLue[]
  /** Reads its rows of a territory in the base, as columns of those names; a view over the copy's other tables is text. */
  readonly source: ((territoire: string, sorte: Sorte) => RawBuilder<unknown>) | string
}

const courantes: readonly Column[] = COLONNES_DES_FICHIERS.courantes

/** Whether a column tells a motive or a nationality. */
export const estSensible = (nom: string): boolean =>
  courantes.some((colonne) => colonne.nom === nom && colonne.confidentialite === 'sensible')

const TYPES: readonly (readonly [motif: RegExp, type: string])[] = [
  [/\[\]$/, 'liste'],
  [/^VARCHAR|^JSON/, 'texte'],
  [/INT/, 'entier'],
  [/^DOUBLE|^DECIMAL/, 'nombre'],
  [/^DATE$/, 'date'],
  [/^TIMESTAMP/, 'instant'],
  [/^BOOLEAN/, 'oui ou non'],
]

/** The engine's type in plain words. */
export const direType = (moteur: string): string => TYPES.find(([motif]) => motif.test(moteur))?.[1] ?? 'texte'

export const colonnesPour = ({ colonnes }: Pick<TableLue, 'colonnes'>, sorte: Sorte): readonly ColonneLue[] =>
  sorte === 'AVEC_NUMEROS' ? colonnes : colonnes.filter(({ numero }) => numero !== true)

/** Rows of the copy without numbers come in no order: their rank tells nothing of their rank elsewhere. */
export const melangerSql = (sorte: Sorte): RawBuilder<unknown> =>
  sorte === 'SANS_NUMERO' ? sql` ORDER BY random()` : sql``

const colonneDe = (
  { decrit }: Table,
  nom: string,
  { type, codes, numero }: Pick<Colonne, 'type' | 'codes' | 'numero'>,
): ColonneLue => {
  const dit = sensDe(decrit, nom)
  return {
    nom,
    type: direType(type),
    sens: dit?.sens ?? '',
    unite: dit?.unite ?? null,
    ...(codes ? { codes } : {}),
    ...(numero === null ? {} : { numero: true as const }),
  }
}

/** A table that the base stores, some of its columns as its declaration describes them, some of its rows. */
export const tableRangee = <T extends Table>(
  table: T,
  nom: string,
  noms: readonly (keyof T['colonnes'] & string)[],
  condition: (sorte: Sorte) => RawBuilder<unknown> = () => sql`TRUE`,
): TableLue => {
  const colonnes = noms.flatMap((une) => {
    const colonne = table.colonnes[une]
    return colonne === undefined ? [] : [colonneDe(table, une, colonne)]
  })
  return {
    nom,
    sens: table.decrit?.table ?? '',
    sortes: SORTES,
    colonnes,
    source: (territoire, sorte) =>
      sql`SELECT ${refs(colonnesPour({ colonnes }, sorte).map((c) => c.nom))} FROM ${sql.table(table.nom)} WHERE territoire = ${territoire} AND ${condition(sorte)}${melangerSql(sorte)}`,
  }
}
