import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { entier } from '../socle/sql/colonne.ts'
import { jourSql, runOne } from '../socle/sql/query.ts'
import { accepteesSql } from './bilan.ts'

/** Days from the snapshot's date to the latest attribution recorded after it: an extraction made later. 0 without. */
export const extraiteApres = async (connection: DuckDBConnection, date: Jour): Promise<number> => {
  const { jours } = await runOne(
    connection,
    sql`SELECT greatest(0, coalesce(max(date_saisie_radiation - ${jourSql(date)}) FILTER (motif_radiation = 'ATTRIBUTION'), 0)) AS jours FROM ${accepteesSql(date)}`,
    { jours: entier },
  )
  return jours
}
