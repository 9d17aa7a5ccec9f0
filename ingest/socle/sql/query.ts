import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api'
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import { ErreurInfocentre } from '../erreur.ts'
import type { Jour } from '../jour.ts'
import { ErreurRequete } from './erreur-requete.ts'
import { type Forme, type LigneDe, lecteurDe } from './forme.ts'
import { bindingOf } from './parametre.ts'
import { readValue, type Valeur } from './valeur.ts'

/** A query builder without a connection: it writes SQL, `runQuery` runs it. */
export const cold = new Kysely<Record<string, Record<string, unknown>>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export interface Compilable {
  compile(): CompiledQuery
}

export type Query = RawBuilder<unknown> | Compilable

/** A row whose form nobody has said: every cell is to be looked at before it is used. */
export type Ligne = Readonly<Record<string, Valeur>>

const isRaw = (query: Query): query is RawBuilder<unknown> => 'isRawBuilder' in query

export const compileQuery = (query: Query): CompiledQuery => (isRaw(query) ? query.compile(cold) : query.compile())

/** A query as a key: its statement with the values bound to it, for two may differ by these alone. */
export const queryKey = (query: Query): string => {
  const { sql: text, parameters } = compileQuery(query)
  return JSON.stringify([text, parameters])
}

/** How the cells of a result become rows: by the form asked for, else as they are. */
const readerOf = (result: DuckDBResult, forme: Forme | undefined): ((cellules: readonly Valeur[]) => object) => {
  const noms = result.deduplicatedColumnNames()
  if (forme !== undefined) return lecteurDe(forme, noms)
  return (cellules) => Object.fromEntries(noms.map((nom, i) => [nom, cellules[i] ?? null]))
}

/** Runs a query and gives its rows by lots, as the engine gives them. */
async function* lotsOf(
  connection: DuckDBConnection,
  query: Query,
  forme: Forme | undefined,
  stream: boolean,
): AsyncGenerator<object[]> {
  const { sql: text, parameters } = compileQuery(query)
  try {
    const { values, types } = bindingOf(parameters)
    const result = stream ? await connection.stream(text, values, types) : await connection.run(text, values, types)
    const read = readerOf(result, forme)
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
      yield chunk.getRows().map((cellules) => read(cellules.map(readValue)))
  } catch (cause) {
    throw cause instanceof ErreurInfocentre ? cause : new ErreurRequete(text, { cause })
  }
}

/**
 * Runs a query and gives its rows, converted once and, where a form is given, checked against it.
 *
 * @throws ErreurRequete with the statement, where the engine refuses it or a row is not of the form.
 */
export function runQuery<F extends Forme>(connection: DuckDBConnection, query: Query, forme: F): Promise<LigneDe<F>[]>
export function runQuery(connection: DuckDBConnection, query: Query): Promise<Ligne[]>
export async function runQuery(connection: DuckDBConnection, query: Query, forme?: Forme): Promise<object[]> {
  const lots: object[][] = []
  for await (const lot of lotsOf(connection, query, forme, false)) lots.push(lot)
  return lots.flat()
}

/** Runs a query and gives its rows as they come, without holding them all. */
export function streamQuery<F extends Forme>(
  connection: DuckDBConnection,
  query: Query,
  forme: F,
): AsyncGenerator<LigneDe<F>>
export function streamQuery(connection: DuckDBConnection, query: Query): AsyncGenerator<Ligne>
export async function* streamQuery(connection: DuckDBConnection, query: Query, forme?: Forme): AsyncGenerator<object> {
  for await (const lot of lotsOf(connection, query, forme, true)) yield* lot
}

/** The same, for a query that gives exactly one row. */
export const runOne = async <F extends Forme>(
  connection: DuckDBConnection,
  query: Query,
  forme: F,
): Promise<LigneDe<F>> => {
  const [row] = await runQuery(connection, query, forme)
  if (row === undefined) throw new ErreurRequete(compileQuery(query).sql)
  return row
}

/** A day, bound. */
export const jourSql = (jour: Jour | null): RawBuilder<Jour> => sql`CAST(${jour} AS DATE)`

/** Column references separated by commas, each with the alias of its table where one is given. */
export const refs = (colonnes: readonly string[], alias?: string): RawBuilder<unknown> =>
  sql.join(colonnes.map((colonne) => sql.ref(alias ? `${alias}.${colonne}` : colonne)))
