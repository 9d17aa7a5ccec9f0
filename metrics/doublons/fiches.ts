import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { majusculesSql } from '../../ingest/socle/sql/majuscules.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { nomNaissanceSql, normaliserNomSql } from '../../ingest/store/noms.ts'
import { attestesSql } from './attester.ts'
import { PORTEURS_MAX, porteursSql, telephonesSql } from './contacts.ts'
import { debarrerSql, motsSql, sansEpouxSql, sansParticulesSql } from './ecrire-noms.ts'
import { joursSql } from './jours.ts'

/** Temporary table: what is compared of each demande, one row each, ranked by number whatever the order they came in. */
export const FICHES = sql.id('doublons_fiches')
const LUES = sql.id('doublons_lues')
const TELEPHONES = sql.id('doublons_telephones')

/** Below this weight of records, how common a value is comes from what such values are like in general. */
const POIDS_APRIORI = 200
const MOYENNES = { nom: 0.001, prenom: 0.003, jour: 0.00005, code_postal: 0.02 } as const

const c = (nom: string): RawBuilder<unknown> => sql.ref(nom)

/** The share of the base that bears a value (its own record left out), from how many do. */
const partSql = (n: RawBuilder<unknown>, moyenne: number): RawBuilder<unknown> =>
  sql`((${n} - 1 + ${POIDS_APRIORI * moyenne}) / ((SELECT count(*) FROM ${LUES}) + ${POIDS_APRIORI}))::FLOAT`

/** How many demandes bear each value of some columns. */
const comptes = (...colonnes: readonly string[]): RawBuilder<unknown> =>
  sql`(SELECT v, count(*) AS n FROM (${sql.join(
    colonnes.map((colonne) => sql`SELECT ${c(colonne)} AS v FROM ${LUES}`),
    sql` UNION ALL `,
  )}) WHERE v IS NOT NULL GROUP BY v)`

/** A text that is only asked whether it is another, in a number. */
const meleSql = (texte: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`CASE WHEN ${texte} IS NOT NULL THEN hash(${texte}) END`

/** A value, unless so many share it that it says nothing. */
const saufPartage = (valeur: RawBuilder<unknown>, n: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`CASE WHEN ${n} <= ${PORTEURS_MAX} THEN ${valeur} END`

const siConjointPropre = (colonne: string): RawBuilder<unknown> =>
  sql`CASE WHEN coalesce(j.n, 1) <= ${PORTEURS_MAX} THEN ${c(colonne)} END AS ${c(colonne)}`

const NAISSANCE = sansEpouxSql(debarrerSql(nomNaissanceSql))
const NOM = debarrerSql(sql`nom`)

/** The words of name and first name in order, whichever of the two they were written in. */
const MOTS_TRIES = sql`CASE WHEN mots_ecrits IS NULL AND prenom_mots IS NULL THEN least(nom, prenom) || ' ' || greatest(nom, prenom)
  ELSE array_to_string(list_sort(string_split(coalesce(mots_ecrits, nom) || ' ' || coalesce(prenom_mots, prenom), ' ')), ' ') END`

/** Names and contacts in the forms that are compared, row by row. */
const lireSql = (source: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT *, ${sansParticulesSql(c('mots_ecrits'))} AS nom_mots, ${MOTS_TRIES} AS mots_tries,
    strftime(naissance, '%Y%m%d') AS jour, year(naissance)::SMALLINT AS annee, month(naissance)::TINYINT AS mois, day(naissance)::TINYINT AS quantieme, strftime(conjoint_naissance, '%Y%m%d') AS conjoint_jour,
    CASE WHEN conjoint_nom IS NOT NULL AND conjoint_prenom IS NOT NULL THEN conjoint_nom || '|' || conjoint_prenom || coalesce(strftime(conjoint_naissance, '%Y%m%d'), '') END AS conjoint
  FROM (SELECT *, nullif(nom_porte, nom) AS nom_usage FROM (SELECT numero_unique, trim(${nomNaissanceSql}) AS nom_ecrit, trim(prenom) AS prenom_ecrit,
    ${normaliserNomSql(NAISSANCE)} AS nom, ${motsSql(NAISSANCE)} AS mots_ecrits, ${normaliserNomSql(NOM)} AS nom_porte,
    ${normaliserNomSql(debarrerSql(sql`prenom`))} AS prenom, ${motsSql(debarrerSql(sql`prenom`))} AS prenom_mots,
    date_naissance AS naissance, ${telephonesSql(sql`telephone`)} AS telephones, nullif(lower(trim(courriel)), '') AS courriel,
    nullif(${majusculesSql(sql`trim(code_postal)`)}, '') AS code_postal, ${normaliserNomSql(debarrerSql(sql`conjoint_nom_naissance`))} AS conjoint_nom,
    ${normaliserNomSql(debarrerSql(sql`conjoint_prenom`))} AS conjoint_prenom, conjoint_date_naissance AS conjoint_naissance FROM ${source}))`

/** How a first name is written: its words, or itself. */
const PRENOM_ECRIT = sql`coalesce(prenom_mots, prenom)`

/** Who bears the values of a contact. */
const porteursDe = (valeur: RawBuilder<unknown>): RawBuilder<unknown> =>
  porteursSql(sql`(SELECT ${valeur} AS v, nom, prenom, jour FROM ${LUES})`)

/**
 * Prepares what is compared: normalised names with their frequencies, birth date, telephones, e-mail, postal code, spouse;
 * contacts that too many share are left out. `source` is a relation of the nominative columns with `numero_unique`. Gives
 * the number of rows.
 */
export const preparerFiches = async (connection: DuckDBConnection, source: RawBuilder<unknown>): Promise<number> => {
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${LUES} AS ${lireSql(source)}`)
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${TELEPHONES} AS ${porteursDe(sql`unnest(telephones)`)}`)
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${FICHES} AS
      SELECT r.rang, l.numero_unique, ${meleSql(sql`nom_ecrit || '|' || prenom_ecrit`)} AS ecrit,
        nom, replace(coalesce(nom_mots, nom), ' ', '') AS noyau, CASE WHEN contains(nom_mots, ' ') THEN nom_mots END AS nom_mots, nom_usage,
        prenom, prenom_mots, attestes, mots_tries, ${meleSql(c('mots_tries'))} AS mots_melanges, ${meleSql(sql`nom || prenom`)} AS complet,
        jour, annee, mois, quantieme, d.convenu IS TRUE AS convenu, CASE WHEN NOT d.convenu THEN jour[5:8] END AS jour_mois,
        jour[1:4] || least(jour[5:6], jour[7:8]) || greatest(jour[5:6], jour[7:8]) AS jour_echange,
        ${saufPartage(sql`telephones[1]`, sql`t.n`)} AS telephone, t.personnes AS telephone_personnes,
        ${saufPartage(sql`telephones[2]`, sql`s.n`)} AS telephone_second, s.personnes AS telephone_second_personnes,
        ${saufPartage(c('courriel'), sql`m.n`)} AS courriel, m.personnes AS courriel_personnes, code_postal,
        ${siConjointPropre('conjoint_nom')}, ${siConjointPropre('conjoint_prenom')}, ${siConjointPropre('conjoint_jour')}, j.personnes AS conjoint_personnes,
        ${partSql(sql`v.n`, MOYENNES.nom)} AS part_nom, ${partSql(sql`u.n`, MOYENNES.nom)} AS part_usage, ${partSql(sql`p.n`, MOYENNES.prenom)} AS part_prenom,
        CASE WHEN d.convenu THEN ${partSql(sql`d.n`, MOYENNES.jour)} END AS part_jour_convenu, ${partSql(sql`z.n`, MOYENNES.code_postal)} AS part_code_postal
      FROM ${LUES} l JOIN (SELECT numero_unique, row_number() OVER (ORDER BY numero_unique)::INTEGER AS rang FROM ${LUES}) r ON r.numero_unique = l.numero_unique
        LEFT JOIN ${attestesSql(LUES, TELEPHONES, PRENOM_ECRIT)} a ON a.ecrit = ${PRENOM_ECRIT} LEFT JOIN ${joursSql(comptes('jour'))} d ON d.v = jour
        LEFT JOIN ${comptes('nom', 'nom_usage')} v ON v.v = nom LEFT JOIN ${comptes('nom', 'nom_usage')} u ON u.v = nom_usage
        LEFT JOIN ${comptes('prenom')} p ON p.v = prenom LEFT JOIN ${comptes('code_postal')} z ON z.v = code_postal
        LEFT JOIN ${TELEPHONES} t ON t.v = telephones[1] LEFT JOIN ${TELEPHONES} s ON s.v = telephones[2]
        LEFT JOIN ${porteursDe(c('courriel'))} m ON m.v = courriel LEFT JOIN ${porteursDe(c('conjoint'))} j ON j.v = conjoint`,
  )
  for (const table of [LUES, TELEPHONES]) await runQuery(connection, sql`DROP TABLE ${table}`)
  return (await runOne(connection, sql`SELECT count(*) AS n FROM ${FICHES}`, { n: entier })).n
}
