import { type RawBuilder, sql } from 'kysely'
import { BLANCS } from '../read/cellule.ts'
import { majusculesSql, sansAccentsSql } from '../socle/sql/majuscules.ts'

type Texte = RawBuilder<unknown>

/** A list of cells without blanks around, nor what spreadsheets put around a cell to keep it as text. */
export const nettoyerSql = (champs: Texte): RawBuilder<unknown> => {
  const blancs = sql`${BLANCS}`
  const nue = sql`list_transform(${champs}, lambda x: trim(x, ${blancs}))`
  return sql`list_transform(${nue}, lambda x: CASE
    WHEN starts_with(x, '''') THEN trim(substr(x, 2), ${blancs})
    WHEN starts_with(x, '="') AND ends_with(x, '"') AND length(x) > 2 THEN trim(substr(x, 3, length(x) - 3), ${blancs})
    ELSE x END)`
}

/** Whether a cell is one of these empty words, whatever its case and accents. */
export const estMotVideSql = (t: Texte, mots: readonly string[]): RawBuilder<boolean> =>
  sql`(length(${t}) <= 17 AND list_contains([${sql.join(mots.map((mot) => sql`${mot}`))}], ${majusculesSql(t, sansAccentsSql)}))`

/** What may be told of a value that must not be shown: digits as 9, letters as A. */
export const formeSql = (t: Texte): RawBuilder<unknown> =>
  sql`left(regexp_replace(regexp_replace(${t}, '[0-9]', '9', 'g'), '\\p{L}', 'A', 'g'), 40)`
