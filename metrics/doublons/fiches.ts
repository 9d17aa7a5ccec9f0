import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { majusculesSql } from '../../ingest/socle/sql/majuscules.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { nomNaissanceSql, normaliserNomSql } from '../../ingest/store/noms.ts'
import { PORTEURS_MAX, porteursSql, telephonesSql } from './contacts.ts'
import { debarrerSql, motsSql, sansEpouxSql, sansParticulesSql } from './ecrire-noms.ts'
import { convenuSql } from './jours.ts'

/** Temporary table: what is compared of each demande, one row each, ranked by number whatever the order they came in. */
export const FICHES = sql.id('doublons_fiches')
const LUES = sql.id('doublons_lues')

/** Below this weight of records, how common a value is comes from what such values are like in general. */
const POIDS_APRIORI = 200
const MOYENNES = { nom: 0.001, prenom: 0.003, jour: 0.00005, code_postal: 0.02 } as const

const c = (nom: string): RawBuilder<unknown> => sql.ref(nom)

/** The share of the base that bears a value (its own record left out), from how many do. */
const partSql = (n: RawBuilder<unknown>, moyenne: number): RawBuilder<unknown> =>
  sql`((${n} - 1 + ${POIDS_APRIORI * moyenne}) / (count(*) OVER () + ${POIDS_APRIORI}))::FLOAT`

const porteurs = (colonne: string): RawBuilder<unknown> => sql`count(*) OVER (PARTITION BY ${c(colonne)})`

const partDe = (colonne: keyof typeof MOYENNES): RawBuilder<unknown> =>
  sql`CASE WHEN ${c(colonne)} IS NOT NULL THEN ${partSql(porteurs(colonne), MOYENNES[colonne])} END`

/** A value, unless so many share it that it says nothing. */
const saufPartage = (valeur: RawBuilder<unknown>, n: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`CASE WHEN ${n} <= ${PORTEURS_MAX} THEN ${valeur} END`

const siConjointPropre = (colonne: string): RawBuilder<unknown> =>
  sql`CASE WHEN coalesce(j.n, 1) <= ${PORTEURS_MAX} THEN ${c(colonne)} END AS ${c(colonne)}`

const NAISSANCE = sansEpouxSql(debarrerSql(nomNaissanceSql))
const NOM = debarrerSql(sql`nom`)

/** Names and contacts in the forms that are compared, row by row. */
const lireSql = (source: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT *, ${sansParticulesSql(c('mots_ecrits'))} AS nom_mots,
    strftime(naissance, '%Y%m%d') AS jour, strftime(conjoint_naissance, '%Y%m%d') AS conjoint_jour,
    CASE WHEN conjoint_nom IS NOT NULL AND conjoint_prenom IS NOT NULL THEN conjoint_nom || '|' || conjoint_prenom || coalesce(strftime(conjoint_naissance, '%Y%m%d'), '') END AS conjoint
  FROM (SELECT *, nullif(nom_porte, nom) AS nom_usage FROM (SELECT numero_unique, trim(${nomNaissanceSql}) AS nom_ecrit, trim(prenom) AS prenom_ecrit,
    ${normaliserNomSql(NAISSANCE)} AS nom, ${motsSql(NAISSANCE)} AS mots_ecrits, ${normaliserNomSql(NOM)} AS nom_porte,
    ${normaliserNomSql(debarrerSql(sql`prenom`))} AS prenom, ${motsSql(debarrerSql(sql`prenom`))} AS prenom_mots,
    date_naissance AS naissance, ${telephonesSql(sql`telephone`)} AS telephones, nullif(lower(trim(courriel)), '') AS courriel,
    nullif(${majusculesSql(sql`trim(code_postal)`)}, '') AS code_postal, ${normaliserNomSql(debarrerSql(sql`conjoint_nom_naissance`))} AS conjoint_nom,
    ${normaliserNomSql(debarrerSql(sql`conjoint_prenom`))} AS conjoint_prenom, conjoint_date_naissance AS conjoint_naissance FROM ${source}))`

/** How a first name is written: its words, or itself. */
const PRENOM_ECRIT = sql`coalesce(prenom_mots, prenom)`

/**
 * Of each first name as it is written, the words that two demandes bear, in one text. Two of one birth date may be one
 * person, whose slip was copied: they count for one.
 */
const ATTESTES = sql`(WITH ecrits AS (SELECT ${PRENOM_ECRIT} AS ecrit, jour FROM ${LUES} WHERE prenom IS NOT NULL GROUP BY ALL),
    mots AS (SELECT DISTINCT unnest(string_split(ecrit, ' ')) AS mot, ecrit, jour FROM ecrits),
    attestes AS (SELECT mot FROM mots GROUP BY mot HAVING count(DISTINCT jour) > 1)
  SELECT ecrit, string_agg(mot, ' ') AS attestes FROM (SELECT DISTINCT ecrit, mot FROM mots WHERE mot IN (FROM attestes)) GROUP BY ecrit)`

const NOMS = sql`(SELECT v, count(*) AS n FROM (SELECT nom AS v FROM ${LUES} UNION ALL SELECT nom_usage FROM ${LUES}) GROUP BY v)`

/** Who bears the values of a contact. */
const porteursDe = (valeur: RawBuilder<unknown>): RawBuilder<unknown> =>
  porteursSql(sql`(SELECT ${valeur} AS v, nom, prenom, jour FROM ${LUES})`)
const TELEPHONES = porteursDe(sql`unnest(telephones)`)

/** The words of name and first name in order, whichever of the two they were written in. */
const MOTS_TRIES = sql`CASE WHEN mots_ecrits IS NULL AND prenom_mots IS NULL THEN least(nom, prenom) || ' ' || greatest(nom, prenom)
  ELSE array_to_string(list_sort(string_split(coalesce(mots_ecrits, nom) || ' ' || ${PRENOM_ECRIT}, ' ')), ' ') END`

/**
 * Prepares what is compared: normalised names with their frequencies, birth date, telephones, e-mail, postal code, spouse;
 * contacts that too many share are left out. `source` is a relation of the nominative columns with `numero_unique`. Gives
 * the number of rows.
 */
export const preparerFiches = async (connection: DuckDBConnection, source: RawBuilder<unknown>): Promise<number> => {
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${LUES} AS ${lireSql(source)}`)
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${FICHES} AS
      SELECT *, CASE WHEN convenu THEN part_jour END AS part_jour_convenu, CASE WHEN NOT convenu THEN jour[5:8] END AS jour_mois
      FROM (SELECT row_number() OVER (ORDER BY numero_unique)::INTEGER AS rang, numero_unique, nom_ecrit, prenom_ecrit,
        nom, replace(coalesce(nom_mots, nom), ' ', '') AS noyau, CASE WHEN contains(nom_mots, ' ') THEN nom_mots END AS nom_mots, nom_usage,
        prenom, prenom_mots, attestes, ${MOTS_TRIES} AS mots_tries, nom || prenom AS complet,
        jour, jour[1:4] || least(jour[5:6], jour[7:8]) || greatest(jour[5:6], jour[7:8]) AS jour_echange, ${convenuSql(c('jour'))} AS convenu,
        ${saufPartage(sql`telephones[1]`, sql`t.n`)} AS telephone, t.personnes AS telephone_personnes,
        ${saufPartage(sql`telephones[2]`, sql`s.n`)} AS telephone_second, s.personnes AS telephone_second_personnes,
        ${saufPartage(c('courriel'), sql`m.n`)} AS courriel, m.personnes AS courriel_personnes, code_postal,
        ${siConjointPropre('conjoint_nom')}, ${siConjointPropre('conjoint_prenom')}, ${siConjointPropre('conjoint_jour')}, j.personnes AS conjoint_personnes,
        CASE WHEN nom IS NOT NULL THEN ${partSql(sql`v.n`, MOYENNES.nom)} END AS part_nom,
        CASE WHEN nom_usage IS NOT NULL THEN ${partSql(sql`u.n`, MOYENNES.nom)} END AS part_usage,
        ${partDe('prenom')} AS part_prenom, ${partDe('jour')} AS part_jour, ${partDe('code_postal')} AS part_code_postal
      FROM ${LUES} LEFT JOIN ${ATTESTES} a ON a.ecrit = ${PRENOM_ECRIT} LEFT JOIN ${NOMS} v ON v.v = nom LEFT JOIN ${NOMS} u ON u.v = nom_usage
        LEFT JOIN ${TELEPHONES} t ON t.v = telephones[1] LEFT JOIN ${TELEPHONES} s ON s.v = telephones[2]
        LEFT JOIN ${porteursDe(c('courriel'))} m ON m.v = courriel LEFT JOIN ${porteursDe(c('conjoint'))} j ON j.v = conjoint)`,
  )
  await runQuery(connection, sql`DROP TABLE ${LUES}`)
  return (await runOne(connection, sql`SELECT count(*) AS n FROM ${FICHES}`, { n: entier })).n
}
