import type { DuckDBConnection } from '@duckdb/node-api'

/** Rows of a snapshot from which a question is shared out among cores: below, waiting for another costs more than it does (docs/mesures.md). */
export const LIGNES_POUR_PARTAGER = 20_000

/** How the engine is opened: on one core, until it holds a snapshot large enough for several. */
export const UN_COEUR = { threads: '1' } as const

export interface Coeurs {
  /** Lets a question take every core of the machine, where a snapshot has rows enough. */
  elargir(lignes: number): Promise<void>
  /** From now on a question takes one core, however large the snapshot. */
  nEnGarderQuUn(): Promise<void>
}

/** The cores that a question to the engine may take, through all its connections. */
export const createCoeurs = (connection: DuckDBConnection): Coeurs => {
  let limites = false
  return {
    elargir: async (lignes) => {
      if (!limites && lignes >= LIGNES_POUR_PARTAGER) await connection.run('RESET threads')
    },
    nEnGarderQuUn: async () => {
      limites = true
      await connection.run('SET threads = 1')
    },
  }
}
