import type { DuckDBConnection } from '@duckdb/node-api'

/** Runs in one transaction of a connection: all of it is written, or nothing. */
export const enTransaction = async <T>(connection: DuckDBConnection, fonction: () => Promise<T>): Promise<T> => {
  await connection.run('BEGIN TRANSACTION')
  try {
    const fait = await fonction()
    await connection.run('COMMIT')
    return fait
  } catch (cause) {
    await connection.run('ROLLBACK').catch(() => {})
    throw cause
  }
}
