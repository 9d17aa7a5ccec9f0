import { type RawBuilder, sql } from 'kysely'
import { capitalesSql, majusculesSql, remplacerSql, sansAccentsSql } from '../socle/sql/majuscules.ts'

const LIEES = [
  ['œ', 'OE'],
  ['Œ', 'OE'],
  ['æ', 'AE'],
  ['Æ', 'AE'],
  ['ẞ', 'SS'],
] as const

/**
 * Names as they are compared: no diacritics, œ→OE, æ→AE, ß→SS, upper case, A–Z only. Null where nothing is left. Most are
 * letters without accents.
 */
export const normaliserNomSql = (t: RawBuilder<unknown>): RawBuilder<string> =>
  sql`CASE WHEN regexp_full_match(${t}, '[A-Za-z]+') THEN ${capitalesSql(t)}
    ELSE nullif(regexp_replace(${majusculesSql(t, (texte) => remplacerSql(sansAccentsSql(texte), LIEES))}, '[^A-Z]', '', 'g'), '') END`

/** Birth name: `nom_naissance`, else `nom`. */
export const nomNaissanceSql: RawBuilder<string> = sql`coalesce(nom_naissance, nom)`
