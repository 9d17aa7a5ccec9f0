import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'

/** A demande of a group without its names. */
export interface DemandeRapprochee {
  readonly numero_unique: string
  readonly statut: 'ACTIVE' | 'RADIEE'
  readonly guichet_enregistrement: string | null
  readonly libelle_guichet: string | null
  readonly date_enregistrement: Jour
  readonly date_renouvellement: Jour | null
  readonly date_modification: Jour | null
  readonly forcage_doublon: boolean
  readonly motif_forcage: string | null
  readonly nb_personnes: number | null
  readonly typologie_souhaitee: string | null
  readonly commune_souhaitee: string | null
}

/** Demandes of the territory's latest snapshot, by number, the oldest registered first. */
export const lireDemandes = async (
  connection: DuckDBConnection,
  territoire: string,
  numeros: readonly string[],
): Promise<DemandeRapprochee[]> =>
  numeros.length === 0
    ? []
    : runQuery<DemandeRapprochee>(
        connection,
        sql`SELECT d.numero_unique, d.statut, d.guichet_enregistrement, g.libelle AS libelle_guichet, d.date_enregistrement, d.date_renouvellement,
          d.date_modification, d.forcage_doublon, d.motif_forcage, d.nb_personnes, d.typologie_souhaitee, d.commune_souhaitee
        FROM demandes_courantes d LEFT JOIN (SELECT code, arg_max(libelle, instantane) AS libelle FROM registres WHERE territoire = ${sql.lit(territoire)} GROUP BY code) g
          ON g.code = d.guichet_enregistrement
        WHERE d.territoire = ${sql.lit(territoire)} AND d.numero_unique IN (${sql.join(numeros.map((n) => sql.lit(n)))})
        ORDER BY d.date_enregistrement, d.numero_unique`,
      )
