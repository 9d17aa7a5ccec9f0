import { type RawBuilder, sql } from 'kysely'
import { capitalesSql, majusculesSql, remplacerSql, sansAccentsSql } from '../socle/sql/majuscules.ts'

const LIEES = [
  ['œ', 'OE'],
  ['Œ', 'OE'],
  ['æ', 'AE'],
  ['Æ', 'AE'],
  ['ẞ', 'SS'],
] as const

const LETTRES = '[A-Za-z]+'
const LIAISONS = " '’-"

/**
 * Names as they are compared: no diacritics, œ→OE, æ→AE, ß→SS, upper case, A–Z only. Null where nothing is left. Most are
 * letters alone, once their accents are dropped, or letters in several words.
 */
export const normaliserNomSql = (t: RawBuilder<unknown>): RawBuilder<string> => {
  const nu = sansAccentsSql(t)
  return sql`CASE WHEN regexp_full_match(${t}, ${LETTRES}) THEN ${capitalesSql(t)}
    WHEN regexp_full_match(${nu}, ${LETTRES}) THEN ${capitalesSql(nu)}
    WHEN regexp_full_match(${nu}, ${`[A-Za-z${LIAISONS}]+`}) THEN nullif(${capitalesSql(sql`translate(${nu}, ${LIAISONS}, '')`)}, '')
    ELSE nullif(regexp_replace(${majusculesSql(t, (texte) => remplacerSql(sansAccentsSql(texte), LIEES))}, '[^A-Z]', '', 'g'), '') END`
}

/** Birth name: `nom_naissance`, else `nom`. */
export const nomNaissanceSql: RawBuilder<string> = sql`coalesce(nom_naissance, nom)`
