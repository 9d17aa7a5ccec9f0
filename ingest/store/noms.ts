import { type RawBuilder, sql } from 'kysely'
import { majusculesSql, remplacerSql, sansAccentsSql } from '../socle/sql/majuscules.ts'

const LIEES = [
  ['œ', 'OE'],
  ['Œ', 'OE'],
  ['æ', 'AE'],
  ['Æ', 'AE'],
  ['ẞ', 'SS'],
] as const

/** Names as they are compared: no diacritics, œ→OE, æ→AE, ß→SS, upper case, A–Z only. Null where nothing is left. */
export const normaliserNomSql = (t: RawBuilder<unknown>): RawBuilder<string> =>
  sql`nullif(regexp_replace(${majusculesSql(t, (texte) => remplacerSql(sansAccentsSql(texte), LIEES))}, '[^A-Z]', '', 'g'), '')`

/** Birth name: `nom_naissance`, else `nom`. */
export const nomNaissanceSql: RawBuilder<string> = sql`coalesce(nom_naissance, nom)`
