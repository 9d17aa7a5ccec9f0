import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Terme } from '../sql.ts'
import type { TablesLues } from '../tables.ts'
import { INCONNU } from './tableau.ts'

/** Which snapshot a table is counted from. */
export interface Sujet {
  readonly territoire: string
  readonly instantane: Jour
}

/** What rows of a source are counted by. */
export interface Comptage {
  readonly tableau: string
  /** A relation with `f_commune`, `f_mutation` and `f_categorie`. */
  readonly de: RawBuilder<unknown>
  readonly cle?: Terme
  readonly croisee?: Terme
  readonly mesure?: string
  readonly quantite?: Terme
}

const ou = (terme: Terme | undefined): Terme => (terme === undefined ? sql`''` : sql`coalesce(${terme}, ${INCONNU})`)

/** Counts rows by what is asked, of all and in each stored view, in one pass. */
export const compter = async (
  connection: DuckDBConnection,
  { territoire, instantane }: Sujet,
  { tableau, de, cle, croisee, mesure = '', quantite }: Comptage,
): Promise<void> => {
  await runQuery(
    connection,
    sql`INSERT INTO tableaux_cellules BY NAME
      SELECT ${territoire} AS territoire, ${jourSql(instantane)} AS instantane, ${tableau} AS tableau,
        CASE vue WHEN 3 THEN 'COMMUNE' WHEN 5 THEN 'MUTATION' WHEN 6 THEN 'CATEGORIE' ELSE '' END AS filtre,
        valeur, cle, croisee, ${mesure} AS mesure, quantite, effectif
      FROM (
        SELECT grouping_id(f_commune, f_mutation, f_categorie) AS vue, coalesce(f_commune, f_mutation, f_categorie, '') AS valeur,
          cle, croisee, quantite, count(*) AS effectif
        FROM (SELECT f_commune, f_mutation, f_categorie, ${ou(cle)} AS cle, ${ou(croisee)} AS croisee,
          CAST(${quantite ?? sql`NULL`} AS INTEGER) AS quantite FROM ${de})
        GROUP BY GROUPING SETS ((cle, croisee, quantite), (f_commune, cle, croisee, quantite),
          (f_mutation, cle, croisee, quantite), (f_categorie, cle, croisee, quantite))
      )`,
  )
}

/** Takes away a snapshot's counts of some tables. */
export const viderCellules = async (
  connection: DuckDBConnection,
  { territoire, instantane }: Sujet,
  tableaux: readonly string[],
): Promise<void> => {
  if (tableaux.length === 0) return
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('tableaux_cellules')
    .where((eb) => eb.and({ territoire, instantane }))
    .where('tableau', 'in', tableaux)
    .execute()
}
