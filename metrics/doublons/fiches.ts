import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { majusculesSql } from '../../ingest/socle/sql/majuscules.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { nomNaissanceSql, normaliserNomSql } from '../../ingest/store/noms.ts'

/** Temporary table: what is compared of each demande, one row each, ranked by number whatever the order they came in. */
export const FICHES = sql.id('doublons_fiches')

/** Below this weight of records, how common a name is comes from what names are like in general. */
const POIDS_APRIORI = 200
const NOM_MOYEN = 0.001
const PRENOM_MOYEN = 0.003

/** A telephone number as its national digits; null under six. */
const telephoneSql = sql`CASE WHEN length(chiffres) >= 6 THEN regexp_replace(chiffres, '^(0033|33)([1-9][0-9]{8})$', '0\\2') END`

/** Occurrences of a value, and the share of the base that bears it (its own record left out). */
const frequenceSql = (colonne: string, moyenne: number): RawBuilder<unknown> =>
  sql`((count(*) OVER (PARTITION BY ${sql.ref(colonne)}) - 1 + ${POIDS_APRIORI * moyenne}) / (count(*) OVER () + ${POIDS_APRIORI}))::FLOAT`

/**
 * Prepares what is compared: normalised names with their frequencies, birth date, telephone, e-mail, postal code, spouse.
 * `source` is a relation of the nominative columns with `numero_unique`. Gives the number of rows.
 */
export const preparerFiches = async (connection: DuckDBConnection, source: RawBuilder<unknown>): Promise<number> => {
  const propres = sql`SELECT numero_unique, trim(${nomNaissanceSql}) AS nom_ecrit, trim(prenom) AS prenom_ecrit,
      ${normaliserNomSql(nomNaissanceSql)} AS nom, ${normaliserNomSql(sql`prenom`)} AS prenom, date_naissance AS naissance,
      regexp_replace(telephone, '[^0-9]', '', 'g') AS chiffres, nullif(lower(trim(courriel)), '') AS courriel,
      nullif(${majusculesSql(sql`trim(code_postal)`)}, '') AS code_postal, ${normaliserNomSql(sql`conjoint_nom_naissance`)} AS conjoint_nom,
      ${normaliserNomSql(sql`conjoint_prenom`)} AS conjoint_prenom, conjoint_date_naissance AS conjoint_naissance FROM ${source}`
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${FICHES} AS
      SELECT row_number() OVER (ORDER BY numero_unique)::INTEGER AS rang, * EXCLUDE (chiffres),
        ${telephoneSql} AS telephone, strftime(naissance, '%Y%m%d') AS jour, strftime(conjoint_naissance, '%Y%m%d') AS conjoint_jour,
        year(naissance)::VARCHAR || lpad(least(month(naissance), day(naissance))::VARCHAR, 2, '0') || lpad(greatest(month(naissance), day(naissance))::VARCHAR, 2, '0') AS jour_echange,
        CASE WHEN nom IS NULL THEN NULL ELSE ${frequenceSql('nom', NOM_MOYEN)} END AS part_nom,
        CASE WHEN prenom IS NULL THEN NULL ELSE ${frequenceSql('prenom', PRENOM_MOYEN)} END AS part_prenom
      FROM (${propres})`,
  )
  return (await runOne(connection, sql`SELECT count(*) AS n FROM ${FICHES}`, { n: entier })).n
}
