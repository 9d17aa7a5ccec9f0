import { setTimeout as attendre } from 'node:timers/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { entier } from '../../socle/sql/colonne.ts'
import { kyselyOn } from '../../socle/sql/dialecte.ts'
import { insertRows } from '../../socle/sql/insert-rows.ts'
import { runOne, runQuery } from '../../socle/sql/query.ts'
import { INSTALLATION, type TablesDuMagasin } from '../tables.ts'

const CLE = 'blocs_a_recouvrir'
const ESSAIS = 3
const ATTENTES = 40
const ATTENTE_MS = 250
/** Random numbers of eight bytes that fill a block of 256 KiB, and a few more. */
const NOMBRES_PAR_BLOC = 33_000
/** Blocks written beyond those that are free: a table takes some for itself. */
const BLOCS_DE_PLUS = 2

const restentBlocs = async (connection: DuckDBConnection): Promise<boolean> =>
  (await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('installation')
    .select('cle')
    .where('cle', '=', CLE)
    .executeTakeFirst()) !== undefined

/** Notes, in the transaction that erases, that freed blocks still hold what was erased. */
export const noterBlocs = async (connection: DuckDBConnection): Promise<void> => {
  if (!(await restentBlocs(connection))) await insertRows(connection, INSTALLATION, [{ cle: CLE, valeur: 'oui' }])
}

const blocsLibres = async (connection: DuckDBConnection): Promise<number> =>
  (await runOne(connection, sql`SELECT free_blocks AS n FROM pragma_database_size()`, { n: entier })).n

/** Waits for the writers of the moment, whose transactions a checkpoint does not cut short. */
const checkpoint = async (connection: DuckDBConnection): Promise<void> => {
  for (let essai = 1; ; essai += 1)
    try {
      await connection.run('CHECKPOINT')
      return
    } catch (cause) {
      if (essai === ATTENTES) throw cause
      await attendre(ATTENTE_MS)
    }
}

/**
 * Writes over the blocks that nothing uses any more, with random numbers: what was erased is then gone from the file, the
 * base open all the while. Does nothing where nothing was noted.
 */
export const recouvrirBlocs = async (connection: DuckDBConnection): Promise<void> => {
  if (!(await restentBlocs(connection))) return
  await checkpoint(connection)
  for (let essai = 0; essai < ESSAIS && (await blocsLibres(connection)) > 0; essai += 1) {
    const nombres = ((await blocsLibres(connection)) + BLOCS_DE_PLUS) * NOMBRES_PAR_BLOC
    await runQuery(
      connection,
      sql`CREATE OR REPLACE TABLE recouvrement AS SELECT random() AS hasard FROM range(${nombres})`,
    )
    await checkpoint(connection)
  }
  await connection.run('DROP TABLE IF EXISTS recouvrement')
  await kyselyOn<TablesDuMagasin>(connection).deleteFrom('installation').where('cle', '=', CLE).execute()
  await checkpoint(connection)
}
