import { type RawBuilder, sql } from 'kysely'

/** The rows of a Parquet file. */
export const parquetSql = (chemin: string): RawBuilder<unknown> => sql`read_parquet(${chemin})`
