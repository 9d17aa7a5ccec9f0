import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { entier, entierCourt, jour, nul, texte } from '../../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../../ingest/socle/sql/forme.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { FILTRES } from './tables.ts'

const FORME = {
  instantane: jour,
  cle: texte,
  croisee: texte,
  mesure: texte,
  quantite: nul(entierCourt),
  effectif: entier,
}

/** How many demandes of a snapshot are counted together. */
export type CelluleComptee = LigneDe<typeof FORME>

/** The stored view that is read. */
export interface Vue {
  readonly filtre: (typeof FILTRES)[number]
  readonly valeur: string
}

export const SANS_FILTRE: Vue = { filtre: '', valeur: '' }

/** The counts of a table in some snapshots, in one view. */
export const lireCellules = async (
  connection: DuckDBConnection,
  territoire: string,
  tableau: string,
  instantanes: readonly Jour[],
  { filtre, valeur }: Vue,
): Promise<CelluleComptee[]> =>
  instantanes.length === 0
    ? []
    : runQuery(
        connection,
        sql`SELECT instantane, cle, croisee, mesure, quantite, effectif FROM tableaux_cellules
          WHERE territoire = ${territoire} AND tableau = ${tableau} AND filtre = ${filtre} AND valeur = ${valeur}
            AND instantane IN (${sql.join(instantanes.map(jourSql))}) ORDER BY ALL`,
        FORME,
      )

/** The values of a view that were met in a snapshot, to be chosen from. */
export const lireValeurs = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  filtre: Vue['filtre'],
): Promise<string[]> => {
  const lues = await runQuery(
    connection,
    sql`SELECT DISTINCT valeur FROM tableaux_cellules WHERE territoire = ${territoire} AND instantane = ${jourSql(instantane)}
      AND filtre = ${filtre} ORDER BY valeur`,
    { valeur: texte },
  )
  return lues.map(({ valeur }) => valeur)
}
