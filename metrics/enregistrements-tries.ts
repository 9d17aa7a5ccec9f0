import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { texte } from '../ingest/socle/sql/colonne.ts'
import { runQuery, streamQuery } from '../ingest/socle/sql/query.ts'
import { type Enregistrement, listesDe, type RequeteEnregistrements } from './enregistrements.ts'

/** An order of the records behind a figure. */
export interface OrdreEnregistrements {
  /** A column of the list, or the two days whose difference is asked for. */
  readonly par: string | readonly [depuis: string, jusqua: string]
  readonly descend: boolean
  /** How a code of the column is read, where it holds codes: they are sorted as they are read. */
  readonly dire?: ((code: string) => string) | undefined
}

/** A list of what is missing is sorted by how much is missing. */
const MANQUES = 'manques'

const rangDe = async (
  connection: DuckDBConnection,
  toutes: RawBuilder<unknown>,
  { par, dire }: OrdreEnregistrements,
): Promise<RawBuilder<unknown>> => {
  if (typeof par !== 'string') return sql`${sql.ref(par[1])} - ${sql.ref(par[0])}`
  if (par === MANQUES) return sql`-len(${sql.ref(par)})`
  if (dire === undefined) return sql.ref(par)
  const valeurs = await runQuery(
    connection,
    sql`SELECT DISTINCT CAST(${sql.ref(par)} AS VARCHAR) AS code FROM (${toutes}) WHERE ${sql.ref(par)} IS NOT NULL`,
    { code: texte },
  )
  const codes = valeurs.map(({ code }) => code).toSorted((a, b) => dire(a).localeCompare(dire(b), 'fr'))
  if (codes.length === 0) return sql.ref(par)
  return sql`CASE CAST(${sql.ref(par)} AS VARCHAR) ${sql.join(
    codes.map((code, rang) => sql`WHEN ${code} THEN ${rang}`),
    sql` `,
  )} END`
}

/** The records behind a figure in an order, every month together; those that have nothing to be sorted by last. */
export async function* listerEnregistrementsTries(
  connection: DuckDBConnection,
  voulu: RequeteEnregistrements,
  ordre: OrdreEnregistrements,
): AsyncGenerator<Enregistrement> {
  const listes = await listesDe(connection, voulu)
  if (listes.length === 0) return
  const toutes = sql.join(
    listes.map(({ mois, requete }) => sql`SELECT ${mois} AS mois, * FROM (${requete})`),
    sql` UNION ALL BY NAME `,
  )
  const rang = await rangDe(connection, toutes, ordre)
  const sens = ordre.descend ? sql`DESC` : sql`ASC`
  const requete = sql`SELECT * FROM (${toutes}) ORDER BY ${rang} ${sens} NULLS LAST, mois, numero_unique`
  for await (const ligne of streamQuery(connection, requete)) yield ligne as Enregistrement
}
