import type { ColumnType } from 'kysely'
import type { Effet } from './colonne.ts'
import type { Description } from './description.ts'
import type { Forme, LigneDe } from './forme.ts'

/** A stored table, declared once: its DDL, its rows' type, its reading, its writing and where numbers may be come from it. */
export interface Table<Nom extends string = string, F extends Forme = Forme> {
  readonly nom: Nom
  /** In the table's own order; a column added to a table that bases already have comes last, and may be empty. */
  readonly colonnes: F
  readonly cle: readonly string[]
  /** Columns that the writer of a row leaves to the engine, with what it puts there. */
  readonly defauts: Readonly<Record<string, string>>
  /** Null for a table that is not kept. */
  readonly decrit: Description | null
}

export const defineTable = <const Nom extends string, F extends Forme>(
  nom: Nom,
  colonnes: F,
  {
    cle = [],
    defauts = {},
    decrit = null,
  }: {
    readonly cle?: readonly (keyof F & string)[]
    readonly defauts?: Readonly<Record<string, string>>
    readonly decrit?: Description<keyof F & string> | null
  } = {},
): Table<Nom, F> => ({ nom, colonnes, cle, defauts, decrit })

/** A row of a table. */
export type LigneDeTable<T extends Table> = T extends Table<string, infer F> ? LigneDe<F> : never

/** The names of a table's columns but some, in the table's own order. */
export const autresColonnes = <F extends Forme, const Otees extends readonly (keyof F & string)[]>(
  { colonnes }: Table<string, F>,
  otees: Otees,
): Exclude<keyof F & string, Otees[number]>[] => {
  const garder = (nom: string): nom is Exclude<keyof F & string, Otees[number]> => !otees.includes(nom)
  return Object.keys(colonnes).filter(garder)
}

type Scalaire = string | number | boolean | null

/** What may be bound in the place of a cell: what is kept as JSON is only ever written whole, by `insertRows`. */
type Liable<Cellule> = Cellule extends Scalaire | readonly Scalaire[] ? Cellule : never

/** A table's columns as Kysely knows them. */
type ColonnesKysely<Ligne> = { [Nom in keyof Ligne]: ColumnType<Ligne[Nom], never, Liable<Ligne[Nom]>> }

/** Tables by name, as Kysely knows them: read and updated with it, filled with `insertRows`. */
export type TablesKysely<T extends Table> = { [U in T as U['nom']]: ColonnesKysely<LigneDeTable<U>> }

/** A column that may hold numéros uniques. */
export interface Lieu {
  readonly lieu: string
  readonly colonne: string
  readonly effet: Effet
}

/** The columns of tables that may hold numéros uniques. */
export const lieuxDe = (
  tables: readonly {
    readonly nom: string
    readonly colonnes: Readonly<Record<string, { readonly numero: Effet | null }>>
  }[],
): Lieu[] =>
  tables.flatMap(({ nom, colonnes }) =>
    Object.entries(colonnes).flatMap(([colonne, { numero }]) =>
      numero === null ? [] : [{ lieu: nom, colonne, effet: numero }],
    ),
  )
