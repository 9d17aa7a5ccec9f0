import { type RawBuilder, sql } from 'kysely'

/** The rows of S that an earlier snapshot has too, with what it showed of them. */
export const avecAvant = (
  population: RawBuilder<unknown>,
  avant: RawBuilder<unknown>,
  alias: 's0' | 's_moins',
): RawBuilder<unknown> =>
  sql`${population} JOIN ${avant} ${sql.id(alias)} ON ${sql.ref(`${alias}.numero_unique`)} = d.numero_unique`

/** Where the earlier snapshot is not there. */
export const AUCUNE_LIGNE = sql`(SELECT NULL WHERE FALSE) d`
