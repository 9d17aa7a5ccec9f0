import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import type { Forme, LigneDe } from './forme.ts'
import type { Table } from './table.ts'

/** Rows appended at a time: the engine's own vector. */
const LOT = 2048

/** Appends rows to a table, column by column, in the connection's transaction. */
export const insertRows = async <F extends Forme>(
  connection: DuckDBConnection,
  { nom, colonnes }: Table<string, F>,
  lignes: readonly LigneDe<F>[],
): Promise<void> => {
  if (lignes.length === 0) return
  const declarees = Object.entries(colonnes)
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
          lot.map((ligne) => ecrire(ligne[colonne as keyof F])),
        )
      appender.appendDataChunk(chunk)
    }
  } finally {
    appender.closeSync()
  }
}
