import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from './jour.ts'
import { jourSql, runQuery } from './query.ts'

/** A loaded snapshot. */
export interface Instantane {
  readonly territoire: string
  readonly date: Jour
  readonly source: string | null
  readonly synthetique: boolean
  /** `AAAA-MM-JJ HH:MM:SS`, as the importing process said it. */
  readonly importe_le: string
  readonly demandes: number
  /** SHA-256 of each table's file, as unpacked. */
  readonly empreintes: Readonly<Record<string, string>>
  /** Columns without any value; `flux` or `baux` where the file was absent. */
  readonly colonnes_vides: readonly string[]
  readonly fichier_identites: string | null
  readonly fichier_cles: string | null
  readonly fichier_rejets: string | null
  readonly clos: boolean
}

/** Every loaded snapshot, by territory and date. */
export const listInstantanes = async (connection: DuckDBConnection, territoire?: string): Promise<Instantane[]> => {
  const ou = territoire === undefined ? sql`` : sql`WHERE territoire = ${sql.lit(territoire)}`
  const lignes = await runQuery<Instantane & { empreintes: string }>(
    connection,
    sql`SELECT * EXCLUDE (rapport) FROM instantanes ${ou} ORDER BY territoire, date`,
  )
  return lignes.map((ligne) => ({ ...ligne, empreintes: JSON.parse(ligne.empreintes) as Record<string, string> }))
}

/** The report of a snapshot's import, as JSON text; null where it is not loaded. */
export const readRapport = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<string | null> => {
  const [ligne] = await runQuery<{ rapport: string }>(
    connection,
    sql`SELECT rapport FROM instantanes WHERE territoire = ${sql.lit(territoire)} AND date = ${jourSql(date)}`,
  )
  return ligne?.rapport ?? null
}
