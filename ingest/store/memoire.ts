import { totalmem } from 'node:os'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runQuery } from '../socle/sql/query.ts'

/** In bytes. */
const USUELLE = 1e9
const PAR_MILLION = 350e6
const LIGNES_USUELLES = 3e6

/** A size in bytes, as the engine reads one. */
export const enOctets = (octets: number): string => `${octets}B`

/** The memory that this process may count on, in bytes: the machine's, or what its container is given of it. */
export const memoireDeLaMachine = (): number => Math.min(totalmem(), process.constrainedMemory() || Number.MAX_VALUE)

/**
 * What the engine may hold in memory before it spills to the base's own folder, in bytes, for snapshots of so many rows: 1 GB
 * up to three million rows, 350 MB a million beyond, never more than half of the machine's memory.
 */
export const memoirePour = (lignes: number, machine: number): number =>
  Math.floor(Math.min(USUELLE + (Math.max(0, lignes - LIGNES_USUELLES) / 1e6) * PAR_MILLION, machine / 2))

/** Gives the engine more room as larger snapshots come; none where the installation has fixed how much, in bytes. */
export const elargirMemoire = (
  connection: DuckDBConnection,
  fixee: number | null,
): ((lignes: number) => Promise<void>) => {
  let prevues = 0
  return async (lignes) => {
    if (fixee !== null || lignes <= prevues) return
    prevues = lignes
    await runQuery(connection, sql`SET GLOBAL memory_limit = ${enOctets(memoirePour(lignes, memoireDeLaMachine()))}`)
  }
}
