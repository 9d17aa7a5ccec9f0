import { randomUUID } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runQuery } from '../../socle/sql/query.ts'
import type { SORTES_DE_FICHIERS } from '../dossier.ts'

type Colonne = (typeof SORTES_DE_FICHIERS)[number]['colonne']

/** The name under which a file is written again: what a name holds never changes. */
export const renommer = (nom: string): string => nom.replace(/-[0-9a-f]{8}(?=\.)/, `-${randomUUID().slice(0, 8)}`)

/** The files of a sort that the base cites. */
export const citesDe = (
  connection: DuckDBConnection,
  colonne: Colonne,
): Promise<{ readonly territoire: string; readonly nom: string }[]> =>
  runQuery(
    connection,
    sql`SELECT territoire, ${sql.ref(colonne)} AS nom FROM instantanes WHERE ${sql.ref(colonne)} IS NOT NULL ORDER BY ALL`,
  )

/** Cites a file in the place of another. */
export const citer = async (
  connection: DuckDBConnection,
  colonne: Colonne,
  ancien: string,
  neuf: string,
): Promise<void> => {
  await runQuery(
    connection,
    sql`UPDATE instantanes SET ${sql.ref(colonne)} = ${neuf} WHERE ${sql.ref(colonne)} = ${ancien}`,
  )
}
