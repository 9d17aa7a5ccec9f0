import { type RawBuilder, sql } from 'kysely'

/** Names as they are compared: no diacritics, œ→OE, æ→AE, ß→SS, upper case, A–Z only. Null where nothing is left. */
export const normaliserNomSql = (t: RawBuilder<unknown>): RawBuilder<string> => {
  const lettres = sql`replace(replace(replace(replace(replace(replace(strip_accents(${t}), 'œ', 'OE'), 'Œ', 'OE'), 'æ', 'AE'), 'Æ', 'AE'), 'ß', 'SS'), 'ẞ', 'SS')`
  return sql`nullif(regexp_replace(upper(${lettres}), '[^A-Z]', '', 'g'), '')`
}

/** Birth name: `nom_naissance`, else `nom`. */
export const nomNaissanceSql: RawBuilder<string> = sql`coalesce(nom_naissance, nom)`
