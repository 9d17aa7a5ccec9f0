import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { decoupage } from './decoupage.ts'
import { INCONNU } from './tableau.ts'

/** How the demandes of a source are told apart in stored views. */
export interface Vues {
  readonly territoire: string
  /** The snapshot whose register says the categories of guichets. */
  readonly registre: Jour | null
  /** The guichet whose category counts: that of registration for a demande, of radiation for an attribution. */
  readonly guichet: 'guichet_enregistrement' | 'guichet_radiation'
}

const COMMUNES = ['commune_souhaitee', 'commune_logement'] as const

/** The commune that counts for each code met, as a relation of `code` and `commune`. */
const communesSql = async (connection: DuckDBConnection, lignes: RawBuilder<unknown>): Promise<RawBuilder<unknown>> => {
  const lues = await runQuery(
    connection,
    sql`${sql.join(
      COMMUNES.map(
        (nom) => sql`SELECT DISTINCT ${sql.ref(nom)} AS code FROM ${lignes} WHERE ${sql.ref(nom)} IS NOT NULL`,
      ),
      sql` UNION `,
    )}`,
    { code: texte },
  )
  const { communeDe } = decoupage()
  const officielles = lues.flatMap(({ code }) => {
    const commune = communeDe(code)
    return commune === null ? [] : [[code, commune] as const]
  })
  return sql`(SELECT key AS code, value->>'$' AS commune FROM json_each(${JSON.stringify(Object.fromEntries(officielles))}::JSON))`
}

/** Whether a household is a « mutation »: one whose housing is unknown is not. */
export const mutationSql = sql`CASE WHEN logement_actuel = 'LOCATAIRE_HLM' THEN 'OUI' ELSE 'NON' END`

/**
 * A temporary table of demandes with the communes that count for theirs, null where none does, and the value of each stored
 * view: `f_commune`, `f_mutation`, `f_categorie`, never null.
 */
export const creerSource = async (
  connection: DuckDBConnection,
  nom: string,
  lignes: RawBuilder<unknown>,
  { territoire, registre, guichet }: Vues,
): Promise<void> => {
  const communes = await communesSql(connection, lignes)
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${sql.id(nom)} AS SELECT d.*,
        s.commune AS commune_souhaitee_officielle, l.commune AS commune_logement_officielle,
        coalesce(s.commune, ${INCONNU}) AS f_commune, ${mutationSql} AS f_mutation, coalesce(g.categorie, ${INCONNU}) AS f_categorie
      FROM ${lignes} d
      LEFT JOIN ${communes} s ON s.code = d.commune_souhaitee
      LEFT JOIN ${communes} l ON l.code = d.commune_logement
      LEFT JOIN (SELECT code, categorie FROM registres WHERE territoire = ${territoire} AND instantane = ${jourSql(registre)}) g
        ON g.code = ${sql.ref(`d.${guichet}`)}`,
  )
}

export const oublierSource = (connection: DuckDBConnection, nom: string): Promise<unknown> =>
  runQuery(connection, sql`DROP TABLE IF EXISTS ${sql.id(nom)}`)
