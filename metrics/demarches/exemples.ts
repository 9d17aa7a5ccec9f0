import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { jour, nul, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../../ingest/socle/sql/forme.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { SEUIL_DOUBLON } from '../doublons/seuil.ts'

const FORME = {
  numero_unique: texte,
  /** What it is an example of: a demande that repeats another, one radiated that may come back, any other. */
  nature: unDe(['DOUBLE', 'RADIEE', 'ACTIVE']),
  service: texte,
  guichet: texte,
  /** The demande that it repeats. */
  autre: nul(texte),
  date_enregistrement: jour,
  motif_radiation: nul(texte),
  date_radiation: nul(jour),
  date_echeance: nul(jour),
}

/** A demande that a made-up démarche can be about. */
export type Exemple = LigneDe<typeof FORME>

/** Of each nature and service, at most. */
const PAR_NATURE = 60

/** Demandes of a made-up territory that démarches can be about, the same ones each time, the latest acts first. */
export const listerExemples = (connection: DuckDBConnection, territoire: string): Promise<Exemple[]> =>
  runQuery(
    connection,
    sql`WITH paires AS (SELECT a, b FROM doublons_paires WHERE territoire = ${territoire} AND probabilite >= ${SEUIL_DOUBLON}
        AND instantane = (SELECT max(instantane) FROM doublons_paires WHERE territoire = ${territoire})),
      doubles AS (SELECT numero, min(autre) AS autre FROM (SELECT a AS numero, b AS autre FROM paires UNION ALL SELECT b, a FROM paires) GROUP BY numero),
      services AS (SELECT code, arg_max(service_code, instantane) AS service FROM registres WHERE territoire = ${territoire} AND categorie <> 'PORTAIL' GROUP BY code)
    SELECT d.numero_unique, CASE WHEN d.statut = 'ACTIVE' AND p.autre IS NOT NULL THEN 'DOUBLE' WHEN d.statut = 'ACTIVE' THEN 'ACTIVE' ELSE 'RADIEE' END AS nature,
      s.service, d.guichet_enregistrement AS guichet, p.autre, d.date_enregistrement, d.motif_radiation, d.date_radiation, d.date_echeance
    FROM demandes_courantes d JOIN services s ON s.code = d.guichet_enregistrement LEFT JOIN doubles p ON p.numero = d.numero_unique
    WHERE d.territoire = ${territoire} AND d.type_demandeur = 'PERSONNE'
      AND (d.statut = 'ACTIVE' OR d.motif_radiation IN ('NON_RENOUVELLEMENT', 'ABSENCE_REPONSE') AND d.date_radiation IS NOT NULL AND d.date_echeance IS NOT NULL)
    QUALIFY row_number() OVER (PARTITION BY s.service, nature ORDER BY coalesce(d.date_radiation, d.date_enregistrement) DESC, d.numero_unique) <= ${PAR_NATURE}
    ORDER BY coalesce(d.date_radiation, d.date_enregistrement) DESC, d.numero_unique`,
    FORME,
  )
