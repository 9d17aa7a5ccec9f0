import type { Generated } from 'kysely'
import type { Description } from '../../ingest/socle/sql/description.ts'
import type { ColonneEtat } from './colonne.ts'

type FormeEtat = Readonly<Record<string, ColonneEtat>>

/** What of a table is not handed over to who takes the installation up: all of it, or some columns, which come back empty. */
export interface RemiseDe<Colonne extends string = string> {
  /** Why none of it is. */
  readonly tue?: string
  /** Its rows are files, and are handed over as files. */
  readonly enFichiers?: true
  readonly sauf?: readonly Colonne[]
  /** Columns that taking it up changes: what opened something is closed. */
  readonly change?: readonly Colonne[]
}

/** A table of the application's database, declared once: its rows' type, their reading, their writing, and where numbers may be. */
export interface TableEtat<Nom extends string = string, F extends FormeEtat = FormeEtat> {
  readonly nom: Nom
  /** In the order that migrations made them. */
  readonly colonnes: F
  readonly decrit: Description | null
  readonly remise: RemiseDe
}

export const defineTableEtat = <const Nom extends string, F extends FormeEtat>(
  nom: Nom,
  colonnes: F,
  {
    decrit = null,
    remise = {},
  }: { readonly decrit?: Description<keyof F & string> | null; readonly remise?: RemiseDe<keyof F & string> } = {},
): TableEtat<Nom, F> => ({ nom, colonnes, decrit, remise })

type FormeDe<T extends TableEtat> = T extends TableEtat<string, infer F> ? F : never

/** A row, as it is once read. */
export type LigneEtat<T extends TableEtat> = {
  readonly [Nom in keyof FormeDe<T>]: FormeDe<T>[Nom] extends ColonneEtat<infer V> ? V : never
}

type CelluleDe<C> = C extends ColonneEtat<unknown, infer Cellule> ? Cellule : never

/** A row, as SQLite keeps it. */
export type CellulesDe<T extends TableEtat> = {
  readonly [Nom in keyof FormeDe<T>]: CelluleDe<FormeDe<T>[Nom]>
}

type ColonneKysely<C> = C extends ColonneEtat<unknown, infer Cellule, true> ? Generated<Cellule> : CelluleDe<C>

/** Tables by name, as Kysely knows them. */
export type TablesEtat<T extends TableEtat> = {
  readonly [U in T as U['nom']]: { readonly [Nom in keyof FormeDe<U>]: ColonneKysely<FormeDe<U>[Nom]> }
}

/**
 * A row that SQLite gave, checked against its table.
 *
 * @throws TypeError where a cell is of another kind: the message names the column, never the value.
 */
export const lireLigne = <T extends TableEtat>({ nom: table, colonnes }: T, ligne: CellulesDe<T>): LigneEtat<T> => {
  const cellules: Readonly<Record<string, unknown>> = ligne
  const lue: Record<string, unknown> = {}
  for (const [nom, colonne] of Object.entries(colonnes))
    try {
      lue[nom] = colonne.lire(cellules[nom])
    } catch (cause) {
      throw new TypeError(`${table}.${nom} : ${cause instanceof TypeError ? cause.message : 'illisible'}`)
    }
  return lue as LigneEtat<T>
}

/** Values to be written, as SQLite keeps them. */
export const ecrireLigne = <T extends TableEtat, V extends Partial<LigneEtat<T>>>(
  { colonnes }: T,
  valeurs: V,
): { readonly [Nom in keyof V & keyof CellulesDe<T>]: CellulesDe<T>[Nom] } =>
  Object.fromEntries(Object.entries(valeurs).map(([nom, valeur]) => [nom, colonnes[nom]?.ecrire(valeur)])) as {
    readonly [Nom in keyof V & keyof CellulesDe<T>]: CellulesDe<T>[Nom]
  }
