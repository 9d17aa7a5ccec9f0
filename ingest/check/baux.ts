import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { entier } from '../socle/sql/colonne.ts'
import { runOne } from '../socle/sql/query.ts'
import { verifiees } from './raisons.ts'

/** Whether the accounts of leases are all of years: none says a month. */
export const sansMois = async (connection: DuckDBConnection): Promise<boolean> => {
  const { lignes, mensuelles } = await runOne(
    connection,
    sql`SELECT count(*) AS lignes, count(*) FILTER (length(mois) = 7) AS mensuelles FROM ${sql.id(verifiees('baux'))} WHERE raison IS NULL`,
    { lignes: entier, mensuelles: entier },
  )
  return lignes > 0 && mensuelles === 0
}
