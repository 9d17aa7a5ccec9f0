import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Mois } from '../../ingest/socle/jour.ts'
import { JOURS_DE_FENETRE } from '../../ingest/socle/regles/fenetre.ts'
import { entier, mois, nul } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { joursApres } from '../sql.ts'
import { deLEntite, type EntiteVisee, type EtatAttributions } from './lire.ts'

const FIN_DU_MOIS = sql`last_day(CAST(mois || '-01' AS DATE))`

/** What was known of each month of signature at the end of that month, and what is now: the two totals beside each other. */
export const lireFilEtConsolide = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  entite: EntiteVisee,
): Promise<{ mois: Mois; fil: number | null; consolide: number }[]> =>
  runQuery(
    connection,
    sql`SELECT c.mois, f.fil, c.enregistrees AS consolide FROM attributions_estimees c LEFT JOIN (
        SELECT mois, arg_min(enregistrees, instantane) AS fil FROM attributions_estimees
        WHERE territoire = ${territoire} AND ${deLEntite(entite)} AND instantane BETWEEN ${FIN_DU_MOIS} AND ${joursApres(FIN_DU_MOIS, JOURS_DE_FENETRE)}
        GROUP BY mois) f USING (mois)
      WHERE territoire = ${territoire} AND instantane = ${instantane} AND ${deLEntite(entite)} ORDER BY c.mois`,
    { mois, fil: nul(entier), consolide: entier },
  )
