import { type RawBuilder, sql } from 'kysely'

/**
 * A text or a number written into the statement itself. Only for what the engine takes no parameter in: CREATE VIEW and
 * ATTACH. Everywhere else a value is bound.
 */
export const litteral = (valeur: string | number): RawBuilder<unknown> => sql.lit(valeur)
