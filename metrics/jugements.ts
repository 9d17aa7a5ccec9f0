import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Mois } from '../ingest/socle/jour.ts'
import { entier } from '../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../ingest/socle/sql/forme.ts'
import { runQuery } from '../ingest/socle/sql/query.ts'
import { RESULTATS } from './engine/tables.ts'

const FORME = { categorie: RESULTATS.colonnes.categorie, jugements: entier, alertes: entier }

/** How often the guichets of a category were judged over some months, an indicator and a month at a time, and found in alert. */
export type JugementsDeCategorie = LigneDe<typeof FORME>

/** A figure too small to conclude is no judgement. */
export const compterJugements = (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
): Promise<JugementsDeCategorie[]> =>
  mois.length === 0
    ? Promise.resolve([])
    : runQuery(
        connection,
        sql`SELECT categorie, count(*) AS jugements, count(*) FILTER (statut_affiche = 'ALERTE') AS alertes
          FROM resultats WHERE territoire = ${territoire} AND duree = 1 AND niveau = 'GUICHET' AND mois IN (${sql.join(mois)})
          AND statut_affiche IN ('ALERTE', 'SURVEILLANCE', 'NORMAL') GROUP BY ALL ORDER BY categorie NULLS LAST`,
        FORME,
      )
