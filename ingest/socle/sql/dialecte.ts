import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { ErreurRequete } from './erreur-requete.ts'
import { bindingOf } from './parametre.ts'
import { readValue, type Valeur } from './valeur.ts'

/** Kysely speaks to one connection, which its owner opens, closes, and begins transactions on. */
class Connexion implements DatabaseConnection {
  readonly #connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { values, types } = bindingOf(parameters)
      const result = await this.#connection.run(sql, values, types)
      return { rows: (await rowsOf(result)) as R[], numAffectedRows: BigInt(result.rowsChanged) }
    } catch (cause) {
      throw cause instanceof ErreurRequete ? cause : new ErreurRequete(sql, { cause })
    }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new TypeError('streamQuery de socle/sql/query.ts lit au fil de l’eau')
  }
}

const cellOf = (value: Valeur, json: boolean): unknown =>
  json && typeof value === 'string' ? JSON.parse(value) : value

/** Rows built from columns, cell by cell in one order: they then share one shape, and nothing is made on the way. */
const rowsOf = async (result: DuckDBResult): Promise<object[]> => {
  const noms = result.deduplicatedColumnNames()
  const json = result.columnTypes().map(({ alias }) => alias === 'JSON')
  const rows: object[] = []
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const colonnes = chunk.getColumns()
    for (let rang = 0; rang < chunk.rowCount; rang++) {
      const row: Record<string, unknown> = {}
      for (const [i, nom] of noms.entries()) row[nom] = cellOf(readValue(colonnes[i]?.[rang] ?? null), json[i] === true)
      rows.push(row)
    }
  }
  return rows
}

const aucune = (): Promise<void> => Promise.reject(new TypeError('Les transactions sont celles de la connexion'))

const driverOf = (connection: DuckDBConnection): Driver => ({
  init: () => Promise.resolve(),
  acquireConnection: () => Promise.resolve(new Connexion(connection)),
  beginTransaction: aucune,
  commitTransaction: aucune,
  rollbackTransaction: aucune,
  releaseConnection: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
})

const dialectOf = (connection: DuckDBConnection): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driverOf(connection),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

/**
 * The typed builder of a connection's stored tables; `Tables` are those their layer declares (`TablesKysely`). Rows come
 * converted: days and instants as text, counts as numbers, JSON parsed.
 */
export const kyselyOn = <Tables>(connection: DuckDBConnection): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: dialectOf(connection) })
