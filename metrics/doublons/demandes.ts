import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { booleen, entier, jour, nul, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../../ingest/socle/sql/forme.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'

const FORME = {
  numero_unique: texte,
  statut: unDe(['ACTIVE', 'RADIEE']),
  guichet_enregistrement: nul(texte),
  libelle_guichet: nul(texte),
  date_enregistrement: jour,
  date_renouvellement: nul(jour),
  date_modification: nul(jour),
  forcage_doublon: booleen,
  motif_forcage: nul(texte),
  nb_personnes: nul(entier),
  typologie_souhaitee: nul(texte),
  commune_souhaitee: nul(texte),
}

/** A demande of a group without its names. */
export type DemandeRapprochee = LigneDe<typeof FORME>

/** Demandes of the territory's latest snapshot, by number, the oldest registered first. */
export const lireDemandes = async (
  connection: DuckDBConnection,
  territoire: string,
  numeros: readonly string[],
): Promise<DemandeRapprochee[]> =>
  numeros.length === 0
    ? []
    : runQuery(
        connection,
        sql`SELECT d.numero_unique, d.statut, d.guichet_enregistrement, g.libelle AS libelle_guichet, d.date_enregistrement, d.date_renouvellement,
          d.date_modification, d.forcage_doublon, d.motif_forcage, d.nb_personnes, d.typologie_souhaitee, d.commune_souhaitee
        FROM demandes_courantes d LEFT JOIN (SELECT code, arg_max(libelle, instantane) AS libelle FROM registres WHERE territoire = ${territoire} GROUP BY code) g
          ON g.code = d.guichet_enregistrement
        WHERE d.territoire = ${territoire} AND d.numero_unique IN (${sql.join(numeros)})
        ORDER BY d.date_enregistrement, d.numero_unique`,
        FORME,
      )
