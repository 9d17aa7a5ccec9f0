import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import type { Forme, LigneDe } from './forme.ts'
import type { Table } from './table.ts'

/** Rows appended at a time: the engine's own vector. */
const LOT = 2048

/** Cells that all the rows share. */
type Commun<F extends Forme> = Partial<LigneDe<F>>

/**
 * Appends rows to a table, column by column, in the connection's transaction. What `commun` gives is written in every row,
 * whatever it holds itself: many rows need no copy to be told what period they are of.
 */
export const insertRows = async <F extends Forme, C extends Commun<F> = Record<never, never>>(
  connection: DuckDBConnection,
  { nom, colonnes }: Table<string, F>,
  lignes: readonly Omit<LigneDe<F>, keyof C>[],
  commun?: C,
): Promise<void> => {
  if (lignes.length === 0) return
  const declarees = Object.entries(colonnes)
  const partagees: Readonly<Record<string, unknown>> = commun ?? {}
  const appender = await connection.createAppender(nom)
  try {
    for (let debut = 0; debut < lignes.length; debut += LOT) {
      const lot = lignes.slice(debut, debut + LOT)
      const chunk = DuckDBDataChunk.create(
        declarees.map(([, { moteur }]) => moteur),
        lot.length,
      )
      for (const [i, [colonne, { ecrire }]] of declarees.entries())
        chunk.setColumnValues(
          i,
          Object.hasOwn(partagees, colonne)
            ? new Array(lot.length).fill(ecrire(partagees[colonne]))
            : lot.map((ligne) => ecrire((ligne as LigneDe<F>)[colonne as keyof F])),
        )
      appender.appendDataChunk(chunk)
    }
  } finally {
    appender.closeSync()
  }
}
