import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Sujet } from './cellules.ts'

const VUES = [
  ['COMMUNE', 'f_commune'],
  ['MUTATION', 'f_mutation'],
  ['CATEGORIE', 'f_categorie'],
] as const

/** The entry or exit of a demande that only changed views: it asks for another commune, or lives elsewhere. */
export const CHANGEMENT = 'CHANGEMENT'

/** Counts, in each view, the demandes active at both ends that came into it from another, and that left it for another. */
export const compterChangements = async (
  connection: DuckDBConnection,
  { territoire, instantane }: Sujet,
  tableau: string,
  debut: RawBuilder<unknown>,
  fin: RawBuilder<unknown>,
): Promise<void> => {
  for (const [filtre, colonne] of VUES)
    await runQuery(
      connection,
      sql`INSERT INTO tableaux_cellules BY NAME
        SELECT ${territoire} AS territoire, ${jourSql(instantane)} AS instantane, ${tableau} AS tableau, ${filtre} AS filtre,
          valeur, cle, ${CHANGEMENT} AS croisee, '' AS mesure, NULL AS quantite, count(*) AS effectif
        FROM (SELECT unnest([a, s]) AS valeur, unnest(['SORTIE', 'ENTREE']) AS cle FROM (
          SELECT d.${sql.ref(colonne)} AS a, f.${sql.ref(colonne)} AS s FROM ${debut} d JOIN ${fin} f ON f.numero_unique = d.numero_unique
          WHERE d.${sql.ref(colonne)} <> f.${sql.ref(colonne)}))
        GROUP BY valeur, cle`,
    )
}
