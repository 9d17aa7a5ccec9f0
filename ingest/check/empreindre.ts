import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { queryKey, refs, runQuery } from '../socle/sql/query.ts'
import { nomNaissanceSql, normaliserNomSql } from '../store/noms.ts'
import { nullesSql } from '../store/nulles-sql.ts'
import { parquetSql } from '../store/parquet.ts'
import { accepteesSql } from './bilan.ts'
import { hmacSql, sur32, sur64 } from './empreintes.ts'

/** The fingerprints of the stored demandes, in a temporary table: where some are taken over. */
const EMPREINTES = sql.id('empreintes')

/** The files of an earlier snapshot of the territory: names, and the fingerprints that were made of them. */
export interface Anterieures {
  readonly identites: string
  readonly courantes: string
  readonly cles: string
}

/** What fingerprints are made of. */
const SOURCES = ['nom', 'nom_naissance', 'prenom', 'date_naissance'] as const

/**
 * Of each demande, fingerprints of its names, and its identity keys: K1 of birth name, first name and birth date, K2 of the
 * same with the two names exchanged. Both are halves of one HMAC, of the names in alphabetical order: which half is K1 says
 * in which order the demande bears them, so that an exchange makes K1 of K2. Null where one of what they are made of is.
 */
const calculeesSql = (demandes: RawBuilder<unknown>, secret: string): RawBuilder<unknown> => {
  const hmac = hmacSql(secret)
  const duNom = (nom: RawBuilder<unknown>) => sur32(hmac(sql`numero_unique || ${nom}`))
  const identite = hmac(
    sql`least(n_nom, n_prenom) || '|' || greatest(n_nom, n_prenom) || '|' || date_naissance::VARCHAR`,
  )
  const cle = (premiere: RawBuilder<boolean>) => sur64(sql`identite`, sql`CASE WHEN ${premiere} THEN 0 ELSE 1 END`)
  const nommees = sql`SELECT *, ${normaliserNomSql(nomNaissanceSql)} AS n_nom, ${normaliserNomSql(sql`prenom`)} AS n_prenom FROM ${demandes}`
  const identifiees = sql`SELECT *, CASE WHEN n_nom IS NOT NULL AND n_prenom IS NOT NULL THEN ${identite} END AS identite FROM (${nommees})`
  return sql`SELECT * EXCLUDE (n_nom, n_prenom, identite), ${duNom(sql`n_nom`)} AS empreinte_nom, ${duNom(sql`n_prenom`)} AS empreinte_prenom,
    ${cle(sql`n_nom <= n_prenom`)} AS k1, ${cle(sql`n_prenom <= n_nom`)} AS k2 FROM (${identifiees})`
}

/** Tells how this software makes fingerprints: those that another made otherwise are not taken over. */
export const FORMULE = createHash('sha256')
  .update(queryKey(calculeesSql(sql`demandes`, '')))
  .digest('hex')

/** The demandes of an earlier snapshot, with what their fingerprints were made of. */
export const anterieuresSql = ({ identites, courantes, cles }: Anterieures): RawBuilder<unknown> =>
  sql`(SELECT ${refs(['numero_unique', ...SOURCES], 'i')}, c.empreinte_nom, c.empreinte_prenom, k.k1, k.k2
    FROM ${parquetSql(identites)} i JOIN ${parquetSql(courantes)} c ON c.numero_unique = i.numero_unique
    JOIN ${parquetSql(cles)} k ON k.numero_unique = i.numero_unique)`

const FAITES = [
  { nom: 'empreinte_nom', type: 'UINTEGER' },
  { nom: 'empreinte_prenom', type: 'UINTEGER' },
  { nom: 'k1', type: 'UBIGINT' },
  { nom: 'k2', type: 'UBIGINT' },
] as const
const NOMS_DES_FAITES = FAITES.map(({ nom }) => nom)

/** The fingerprints of the demandes whose names are as they were. */
const reprisesSql = (demandes: RawBuilder<unknown>, anterieures: Anterieures): RawBuilder<unknown> =>
  sql`SELECT d.numero_unique, ${refs(NOMS_DES_FAITES, 'a')}
    FROM ${demandes} d JOIN ${anterieuresSql(anterieures)} a ON a.numero_unique = d.numero_unique
      AND ${sql.join(
        SOURCES.map((nom) => sql`${sql.ref(`a.${nom}`)} IS NOT DISTINCT FROM ${sql.ref(`d.${nom}`)}`),
        sql` AND `,
      )}`

/**
 * The stored demandes with their fingerprints, null without a secret. Those of a name that has not changed since
 * `anterieures` are taken over; without any to take over, they are made as the demandes are read.
 */
export const empreindre = async (
  connection: DuckDBConnection,
  date: Jour,
  secret: string | null,
  anterieures: Anterieures | null,
): Promise<RawBuilder<unknown>> => {
  const acceptees = accepteesSql(date)
  if (secret === null) return sql`(SELECT *, ${nullesSql(FAITES)} FROM ${acceptees})`
  if (anterieures === null) return sql`(${calculeesSql(acceptees, secret)})`
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${EMPREINTES} AS ${reprisesSql(acceptees, anterieures)}`)
  const autres = sql`(SELECT * FROM ${acceptees} d WHERE NOT EXISTS (SELECT 1 FROM ${EMPREINTES} e WHERE e.numero_unique = d.numero_unique))`
  await runQuery(
    connection,
    sql`INSERT INTO ${EMPREINTES} SELECT numero_unique, ${refs(NOMS_DES_FAITES)} FROM (${calculeesSql(autres, secret)})`,
  )
  return sql`(SELECT * FROM ${acceptees} JOIN ${EMPREINTES} USING (numero_unique))`
}

/** Frees the memory that they take, once written. */
export const oublierEmpreintes = async (connection: DuckDBConnection): Promise<void> => {
  await runQuery(connection, sql`DROP TABLE IF EXISTS ${EMPREINTES}`)
}
