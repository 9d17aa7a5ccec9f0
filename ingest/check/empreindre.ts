import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { queryKey, refs, runQuery } from '../socle/sql/query.ts'
import { nomNaissanceSql, normaliserNomSql } from '../store/noms.ts'
import { parquetSql } from '../store/parquet.ts'
import { accepteesSql } from './bilan.ts'
import { hmacSql, sur32, sur64 } from './empreintes.ts'
import { dansLeDesordre } from './etabli.ts'

/** The fingerprints of the stored demandes, in a temporary table. */
export const EMPREINTES = sql.id('empreintes')

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
 * same with the two names exchanged. Null where one of what they are made of is.
 */
const calculeesSql = (demandes: RawBuilder<unknown>, secret: string): RawBuilder<unknown> => {
  const hmac = hmacSql(secret)
  const duNom = (nom: string) => sur32(hmac(sql`numero_unique || ${sql.ref(nom)}`))
  const cle = (premier: string, second: string) =>
    sur64(hmac(sql`${sql.ref(premier)} || '|' || ${sql.ref(second)} || '|' || strftime(date_naissance, '%Y-%m-%d')`))
  return sql`SELECT numero_unique, ${duNom('n_nom')} AS empreinte_nom, ${duNom('n_prenom')} AS empreinte_prenom,
      ${cle('n_nom', 'n_prenom')} AS k1, ${cle('n_prenom', 'n_nom')} AS k2
    FROM (SELECT numero_unique, date_naissance, ${normaliserNomSql(nomNaissanceSql)} AS n_nom, ${normaliserNomSql(sql`prenom`)} AS n_prenom FROM ${demandes})`
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

/** The fingerprints of the demandes whose names are as they were. */
const reprisesSql = (date: Jour, anterieures: Anterieures): RawBuilder<unknown> =>
  sql`SELECT d.numero_unique, a.empreinte_nom, a.empreinte_prenom, a.k1, a.k2
    FROM ${accepteesSql(date)} d JOIN ${anterieuresSql(anterieures)} a ON a.numero_unique = d.numero_unique
      AND ${sql.join(
        SOURCES.map((nom) => sql`${sql.ref(`a.${nom}`)} IS NOT DISTINCT FROM ${sql.ref(`d.${nom}`)}`),
        sql` AND `,
      )}`

/** Makes the fingerprints of the stored demandes: a name that has not changed since `anterieures` keeps its own. */
export const empreindre = async (
  connection: DuckDBConnection,
  date: Jour,
  secret: string,
  anterieures: Anterieures | null,
): Promise<void> => {
  const acceptees = accepteesSql(date)
  if (anterieures === null) {
    await dansLeDesordre(connection, () =>
      runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${EMPREINTES} AS ${calculeesSql(acceptees, secret)}`),
    )
    return
  }
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${EMPREINTES} AS ${reprisesSql(date, anterieures)}`)
  const autres = sql`(SELECT * FROM ${acceptees} d WHERE NOT EXISTS (SELECT 1 FROM ${EMPREINTES} e WHERE e.numero_unique = d.numero_unique))`
  await runQuery(connection, sql`INSERT INTO ${EMPREINTES} ${calculeesSql(autres, secret)}`)
}

/** Frees the memory that they take, once written. */
export const oublierEmpreintes = async (connection: DuckDBConnection): Promise<void> => {
  await runQuery(connection, sql`DROP TABLE ${EMPREINTES}`)
}
