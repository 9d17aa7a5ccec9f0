import { type RawBuilder, sql } from 'kysely'
import { MOTS_VIDES } from '../contract/mots-vides.ts'
import { BLANCS } from '../read/cellule.ts'
import { majusculesSql, sansAccentsSql } from '../socle/sql/majuscules.ts'

type Texte = RawBuilder<unknown>

/** Accents may be characters of their own. */
const LONGUEUR_MAX = 2 * Math.max(...MOTS_VIDES.map(({ length }) => length))

/** A list of cells without blanks around, nor what spreadsheets put around a cell to keep it as text. */
export const nettoyerSql = (champs: Texte): RawBuilder<unknown> => {
  const blancs = sql`${BLANCS}`
  const nue = sql`list_transform(${champs}, lambda x: trim(coalesce(x, ''), ${blancs}))`
  return sql`list_transform(${nue}, lambda x: CASE
    WHEN starts_with(x, '''') THEN trim(substr(x, 2), ${blancs})
    WHEN starts_with(x, '="') AND ends_with(x, '"') AND length(x) > 2 THEN trim(substr(x, 3, length(x) - 3), ${blancs})
    ELSE x END)`
}

/** A list of clean cells whose empty words are null, but those that some column takes for values: `pleins`, by rank from 1. */
export const viderMotsSql = (
  champs: Texte,
  largeur: number,
  pleins: readonly (readonly [rang: number, mot: string])[],
): RawBuilder<unknown> => {
  const mot = majusculesSql(sql`x`, sansAccentsSql)
  const plein =
    pleins.length === 0
      ? sql`FALSE`
      : sql`list_contains(${pleins.map(([rang, m]) => `${rang} ${m}`)}, i || ' ' || ${mot})`
  return sql`list_transform(${champs}, lambda x, i: CASE WHEN length(x) NOT BETWEEN 1 AND ${LONGUEUR_MAX} OR i > ${largeur} THEN x
    WHEN NOT list_contains(${[...MOTS_VIDES]}, ${mot}) OR ${plein} THEN x END)`
}

/** What may be told of a value that must not be shown: digits as 9, letters as A. */
export const formeSql = (t: Texte): RawBuilder<unknown> =>
  sql`left(regexp_replace(regexp_replace(${t}, '[0-9]', '9', 'g'), '\\p{L}', 'A', 'g'), 40)`
