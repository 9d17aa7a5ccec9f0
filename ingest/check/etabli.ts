import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { entier, texte } from '../socle/sql/colonne.ts'
import { litteral } from '../socle/sql/litteral.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import { FORME_DE_STOCKAGE } from '../store/base.ts'

/** Where the rows of a snapshot are while they are verified: a base of their own, which the connection sees under its own. */
export interface Etabli {
  readonly connection: DuckDBConnection
  /** The name of that base. */
  readonly base: string
}

const remettreLOrdre = (connection: DuckDBConnection) => connection.run('RESET preserve_insertion_order')

/** Takes a bench away. Tables that are still there would first be written to a file that nobody reads again. */
const debarrasser = async (connection: DuckDBConnection, base: string): Promise<void> => {
  const tables = await runQuery(
    connection,
    sql`SELECT table_name AS nom FROM duckdb_tables() WHERE database_name = ${base}`,
    { nom: texte },
  )
  for (const { nom } of tables) await runQuery(connection, sql`DROP TABLE ${sql.id(base, 'main', nom)}`)
  await runQuery(connection, sql`DETACH ${sql.id(base)}`)
}

/**
 * Does something with a connection that has a bench: its tables are in a file of the folder, packed, where temporary ones
 * would take ten times the room in memory. Without a folder, they are in memory.
 */
export const surUnEtabli = async <T>(
  connection: DuckDBConnection,
  dossierTemporaire: string | null,
  faire: (etabli: Etabli) => Promise<T>,
): Promise<T> => {
  const base = `etabli_${randomUUID()}`
  const chemin = dossierTemporaire === null ? ':memory:' : join(dossierTemporaire, `${base}.duckdb`)
  const forme = dossierTemporaire === null ? sql`` : sql`(STORAGE_VERSION ${litteral(FORME_DE_STOCKAGE)})`
  const { sienne } = await runOne(connection, sql`SELECT current_database() AS sienne`, { sienne: texte })
  await runQuery(connection, sql`ATTACH ${litteral(chemin)} AS ${sql.id(base)} ${forme}`)
  try {
    await connection.run(`SET search_path = '"${sienne}".main,"${base}".main'`)
    return await faire({ connection, base })
  } finally {
    await remettreLOrdre(connection)
    await connection.run(`SET search_path = '"${sienne}".main'`)
    await debarrasser(connection, base)
    if (dossierTemporaire !== null) rmSync(chemin, { force: true })
  }
}

/**
 * Runs a query whose rows may come in any order: with several cores, keeping them in their file's costs twice the time,
 * within the memory that the engine is given. On one core, rows keep it at no cost, and pages read meanwhile.
 */
export const dansLeDesordre = async (connection: DuckDBConnection, requete: () => Promise<unknown>): Promise<void> => {
  const { coeurs } = await runOne(connection, sql`SELECT current_setting('threads') AS coeurs`, { coeurs: entier })
  if (coeurs === 1) return void (await requete())
  await connection.run('SET preserve_insertion_order = false')
  try {
    await requete()
  } finally {
    // A transaction that has failed refuses it: what failed is said, and the end of the bench puts the order back.
    await remettreLOrdre(connection).catch(() => {})
  }
}
