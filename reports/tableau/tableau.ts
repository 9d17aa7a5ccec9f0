/** What a column holds, and so how each format writes it. */
export type TypeColonne = 'texte' | 'entier' | 'nombre' | 'jour' | 'booleen' | 'json'

export interface ColonneTableau<Row> {
  /** The field's stable name, as JSON spells it. */
  readonly nom: keyof Row & string
  /** What people read. */
  readonly intitule: string
  readonly type: TypeColonne
}

/** A table to be exported: its columns, and its rows as they come. */
export interface Tableau<Row> {
  readonly titre: string
  readonly colonnes: readonly ColonneTableau<Row>[]
  readonly lignes: Iterable<Row> | AsyncIterable<Row>
}
