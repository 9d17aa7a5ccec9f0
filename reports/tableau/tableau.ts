import type { DuckDBResult } from '@duckdb/node-api'

/**
 * What a column holds, and so how each format writes it: `part` is a fraction shown as a percentage, `jours` a delay in
 * days, `jour` a day `AAAA-MM-JJ`, `moment` a wall-clock time `AAAA-MM-JJ HH:MM:SS`.
 */
export type TypeColonne = 'texte' | 'entier' | 'nombre' | 'part' | 'jours' | 'jour' | 'moment' | 'booleen' | 'json'

export interface ColonneTableau<Row> {
  /** The field's stable name, as JSON spells it. */
  readonly nom: keyof Row & string
  /** What people read. */
  readonly intitule: string
  readonly type: TypeColonne
  /** What a cell shows, where that is not the field itself, as JSON gives it. */
  readonly montrer?: (valeur: unknown) => string
  /** What a cell holds, where rows differ: a share among counts. */
  readonly typer?: (ligne: Row) => TypeColonne
}

/** A line of « À propos »: what it says, and of what. */
export type Note = readonly [libelle: string, valeur: string]

/** Gives the same rows as the engine holds them, for a form that takes its columns as they are. */
export type Source = () => Promise<DuckDBResult>

/** A table to be exported: its columns, and its rows as they come. */
export interface Tableau<Row> {
  readonly titre: string
  readonly colonnes: readonly ColonneTableau<Row>[]
  readonly lignes: Iterable<Row> | AsyncIterable<Row>
  /** Where the figures come from: period, time of computing, snapshot, thresholds, filters. */
  readonly notes?: readonly Note[]
  readonly source?: Source
}
