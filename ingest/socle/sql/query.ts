import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  type DuckDBValue,
} from '@duckdb/node-api'
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
import { estJour, type Jour } from '../jour.ts'

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

type Query = RawBuilder<unknown> | Compilable

const isRaw = (query: Query): query is RawBuilder<unknown> => 'isRawBuilder' in query

export const compileQuery = (query: Query): CompiledQuery => (isRaw(query) ? query.compile(cold) : query.compile())

/** What a cell becomes in JavaScript: days as `AAAA-MM-JJ`, counts as numbers, lists and maps as arrays. */
const readValue = (value: DuckDBValue): unknown => {
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? toSafeNumber(value) : value
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  if (value instanceof DuckDBListValue) return value.items.map(readValue)
  if (value instanceof DuckDBMapValue) return value.entries.map(({ key, value }) => [readValue(key), readValue(value)])
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([key, v]) => [key, readValue(v)]))
  return value.toString()
}

const toSafeNumber = (value: bigint): number => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER))
    throw new RangeError(`Nombre trop grand pour être lu exactement : ${value}`)
  return Number(value)
}

/** Runs a query and gives its rows, converted once. `Row` is what the query's author vouches for. */
export const runQuery = async <Row = Record<string, unknown>>(
  connection: DuckDBConnection,
  query: Query,
): Promise<Row[]> => {
  const { sql: text, parameters } = compileQuery(query)
  const result = await connection.run(text, parameters as DuckDBValue[])
  const names = result.deduplicatedColumnNames()
  const rows: Row[] = []
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const values of chunk.getRows())
      rows.push(Object.fromEntries(names.map((name, i) => [name, readValue(values[i] ?? null)])) as Row)
  return rows
}

/** Runs a query and gives its rows as they come, without holding them all. */
export async function* streamQuery<Row = Record<string, unknown>>(
  connection: DuckDBConnection,
  query: Query,
): AsyncGenerator<Row> {
  const { sql: text, parameters } = compileQuery(query)
  const result = await connection.stream(text, parameters as DuckDBValue[])
  const names = result.deduplicatedColumnNames()
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const values of chunk.getRows())
      yield Object.fromEntries(names.map((name, i) => [name, readValue(values[i] ?? null)])) as Row
}

/** The same, for a query that gives exactly one row. */
export const runOne = async <Row = Record<string, unknown>>(
  connection: DuckDBConnection,
  query: Query,
): Promise<Row> => {
  const [row] = await runQuery<Row>(connection, query)
  if (row === undefined) throw new Error(`Aucune ligne : ${compileQuery(query).sql.slice(0, 200)}`)
  return row
}

/** A day as an SQL literal. */
export const jourSql = (jour: Jour): RawBuilder<Jour> => {
  if (!estJour(jour)) throw new RangeError(`Ce n’est pas un jour : ${jour}`)
  return sql`DATE ${sql.lit(jour)}`
}

/** Column references separated by commas, each with the alias of its table where one is given. */
export const refs = (colonnes: readonly string[], alias?: string): RawBuilder<unknown> =>
  sql.join(colonnes.map((colonne) => sql.ref(alias ? `${alias}.${colonne}` : colonne)))
