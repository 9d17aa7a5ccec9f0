import { type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import { type AEcrire, COLONNES_RESULTATS } from './colonnes-resultats.ts'

const LOT = 2048

/** Appends results column by column, in the connection's transaction. */
export const ecrireResultats = async (connection: DuckDBConnection, resultats: readonly AEcrire[]): Promise<void> => {
  const appender = await connection.createAppender('resultats')
  for (let debut = 0; debut < resultats.length; debut += LOT) {
    const lot = resultats.slice(debut, debut + LOT)
    const chunk = DuckDBDataChunk.create(
      COLONNES_RESULTATS.map(({ type }) => type),
      lot.length,
    )
    for (const [i, { valeur }] of COLONNES_RESULTATS.entries()) chunk.setColumnValues(i, lot.map(valeur))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}
