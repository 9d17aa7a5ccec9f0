import { existsSync, renameSync, rmSync } from 'node:fs'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { entier } from '../socle/sql/colonne.ts'
import { litteral } from '../socle/sql/litteral.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import { type Base, FORME_DE_STOCKAGE } from './base.ts'

/** A base under this size is not worth a copy; nor is one whose file is mostly used. */
const BLOCS_MINIMUM = 32
const PART_LIBRE = 0.2

/** Whether a good part of the base's file is blocks that nothing uses any more. */
const hasFreeSpace = async (connection: DuckDBConnection): Promise<boolean> => {
  const { total, libres } = await runOne(
    connection,
    sql`SELECT total_blocks AS total, free_blocks AS libres FROM pragma_database_size()`,
    { total: entier, libres: entier },
  )
  return total >= BLOCS_MINIMUM && libres > PART_LIBRE * total
}

/**
 * Writes a base whose engine is closed anew, without its unused blocks, and puts it in the place of the old one. A process
 * killed on the way leaves the old file.
 */
const compacter = async (chemin: string): Promise<void> => {
  const nouveau = `${chemin}.nouveau`
  rmSync(nouveau, { force: true })
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await runQuery(connection, sql`ATTACH ${litteral(chemin)} AS ancienne (READ_ONLY)`)
    await runQuery(
      connection,
      sql`ATTACH ${litteral(nouveau)} AS nouvelle (STORAGE_VERSION ${litteral(FORME_DE_STOCKAGE)})`,
    )
    await connection.run('COPY FROM DATABASE ancienne TO nouvelle')
    await connection.run('DETACH nouvelle')
    renameSync(nouveau, chemin)
  } catch {
    // The base is as it was.
  } finally {
    connection.closeSync()
    instance.closeSync()
    if (existsSync(nouveau)) rmSync(nouveau, { force: true })
  }
}

/** Closes a base, and gives back to the disk the room that its replaced rows took, where that is worth it. */
export const closeCompactly = async (base: Base): Promise<void> => {
  const morcelee = await hasFreeSpace(base.connection)
  base.closeEngine()
  try {
    if (morcelee) await compacter(base.dossier.base)
  } finally {
    base.close()
  }
}
