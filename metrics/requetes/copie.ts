import { rmSync } from 'node:fs'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { litteral } from '../../ingest/socle/sql/litteral.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { FORME_DE_STOCKAGE } from '../../ingest/store/base.ts'
import { decoupage } from '../tableaux/decoupage.ts'
import { tablesDe } from './registre.ts'
import type { Sorte, TableLue } from './table-lue.ts'

let rang = 0

const nommerCommunes = async (connection: DuckDBConnection, copie: string): Promise<void> => {
  const table = sql.table(`${copie}.communes`)
  const { communeDe, epciDe, nomDe } = decoupage()
  for (const { code } of await runQuery(connection, sql`SELECT code FROM ${table}`, { code: texte })) {
    const commune = communeDe(code) ?? code
    const epci = epciDe(commune)
    await runQuery(
      connection,
      sql`UPDATE ${table} SET nom = ${nomDe(commune)}, epci = ${epci}, epci_nom = ${epci === null ? null : nomDe(epci)} WHERE code = ${code}`,
    )
  }
}

/** Views are made where their tables are the main ones: their text names no other base. */
const creerVues = async (chemin: string, vues: readonly TableLue[]): Promise<void> => {
  const instance = await DuckDBInstance.create(chemin, { threads: '1' })
  const connection = await instance.connect()
  try {
    for (const { nom, source } of vues)
      if (typeof source === 'string') await connection.run(`CREATE VIEW ${nom} AS ${source}`)
    await connection.run('CHECKPOINT')
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/**
 * Writes what free queries may read of a territory into a file of its own, which another process can then open: no name, no
 * fingerprint; numbers, or motives and nationalities, never both. A file half written is taken away.
 */
export const ecrireCopie = async (
  connection: DuckDBConnection,
  { territoire, sorte, chemin }: { readonly territoire: string; readonly sorte: Sorte; readonly chemin: string },
): Promise<void> => {
  rang += 1
  const copie = `copie_${rang}`
  const tables = tablesDe(sorte)
  try {
    await runQuery(
      connection,
      sql`ATTACH ${litteral(chemin)} AS ${sql.ref(copie)} (STORAGE_VERSION ${litteral(FORME_DE_STOCKAGE)})`,
    )
    try {
      for (const { nom, source } of tables)
        if (typeof source !== 'string')
          await runQuery(connection, sql`CREATE TABLE ${sql.table(`${copie}.${nom}`)} AS ${source(territoire, sorte)}`)
      await nommerCommunes(connection, copie)
    } finally {
      await runQuery(connection, sql`DETACH ${sql.ref(copie)}`)
    }
    await creerVues(
      chemin,
      tables.filter(({ source }) => typeof source === 'string'),
    )
  } catch (cause) {
    for (const fin of ['', '.wal']) rmSync(`${chemin}${fin}`, { force: true })
    throw cause
  }
}
