import { type RawBuilder, sql } from 'kysely'
import type { Column } from '../contract/column.ts'
import { normaliserCode } from '../contract/intitules.ts'
import { majusculesSql, sansAccentsSql } from '../socle/sql/majuscules.ts'

/** What a profile says of a column's own words: `{"Attribution suivie d'un bail signé": "ATTRIBUTION"}`. */
export type Traductions = Readonly<Record<string, string>>

type Texte = RawBuilder<unknown>

const HEURE = '[ T]+[0-9]{1,2}[:hH][0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?[ ]*(Z|[+-][0-9]{2}(:?[0-9]{2})?)?'
const FORMATS_DATE = sql`['%d/%m/%Y', '%Y-%m-%d']`

/** `JJ/MM/AAAA` or `AAAA-MM-JJ`, two-digit day and month; a time after it is ignored. Null where it is no day. */
const dateSql = (t: Texte) => sql`CASE
  WHEN strlen(${t}) = 10 THEN try_strptime(${t}, ${FORMATS_DATE})::DATE
  WHEN regexp_full_match(substr(${t}, 11), ${sql.lit(HEURE)}) THEN try_strptime(left(${t}, 10), ${FORMATS_DATE})::DATE END`

/** Every space of Unicode, those that end a line included. */
const ESPACES =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000'

/** Decimal comma or point, spaces or apostrophes as thousands separators, an optional trailing `€`. The first form is the usual one. */
const nombreSql = (t: Texte) => {
  const nu = sql`replace(rtrim(translate(${t}, ${sql.lit(`${ESPACES}'`)}, ''), '€'), ',', '.')`
  return sql`CASE WHEN regexp_full_match(${t}, '[0-9]+([.,][0-9]+)?') THEN TRY_CAST(replace(${t}, ',', '.') AS DOUBLE)
  WHEN regexp_full_match(${nu}, '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)') THEN TRY_CAST(${nu} AS DOUBLE) END`
}

/** A number without a fraction (`2,0` is 2) that fits the engine's integer. */
const entierSql = (t: Texte) => {
  const nombre = nombreSql(t)
  return sql`CASE WHEN ${nombre} = trunc(${nombre}) THEN TRY_CAST(${nombre} AS INTEGER) END`
}

const booleenSql = (t: Texte) => sql`CASE
  WHEN list_contains(['N', 'NON', '0', 'FALSE', 'FAUX'], ${majusculesSql(t)}) THEN FALSE
  WHEN list_contains(['O', 'OUI', '1', 'TRUE', 'VRAI'], ${majusculesSql(t)}) THEN TRUE END`

const codeNormaliseSql = (t: Texte) =>
  sql`trim(regexp_replace(${majusculesSql(t, sansAccentsSql)}, '[^A-Z0-9]+', '_', 'g'), '_')`

/** A code of the list, or null; accents, case and punctuation do not count. */
const codeSql = (t: Texte, codes: readonly string[], traductions: Traductions) => {
  const lus = Object.entries(traductions).map(([mot, code]) => [normaliserCode(mot), normaliserCode(code)] as const)
  const traduits = lus.filter(([mot, code]) => codes.includes(code) && !codes.includes(mot))
  const cles = [...codes, ...traduits.map(([mot]) => mot)].map((cle) => sql.lit(cle))
  const valeurs = [...codes, ...traduits.map(([, code]) => code)].map((code) => sql.lit(code))
  // A list in a constant map: IN with a long list would be planned as a join.
  const table = sql`MAP([${sql.join(cles)}], [${sql.join(valeurs)}])`
  return sql`CASE WHEN ${t} IS NOT NULL THEN coalesce(${table}[${t}], ${table}[${codeNormaliseSql(t)}]) END`
}

/** Nine digits, whatever spaces stand between them. */
const sirenSql = (t: Texte) => {
  const nu = sql`translate(${t}, ${sql.lit(ESPACES)}, '')`
  return sql`CASE WHEN regexp_full_match(${nu}, '[0-9]{9}') THEN ${nu} END`
}

export const FORMAT_NUMERO = '[0-9]{2}[0-9AB](0[1-9]|1[0-2])[0-9]{2}[0-9]{6}[0-9A-Z]{5}'

/** A numéro unique in upper case; spreadsheets eat its first zero, which is put back. Null where it does not read as one. */
export const numeroSql = (t: Texte) => sql`CASE
  WHEN regexp_full_match(${t}, ${sql.lit(FORMAT_NUMERO)}) THEN ${t}
  WHEN regexp_full_match(${majusculesSql(t)}, ${sql.lit(FORMAT_NUMERO)}) THEN ${majusculesSql(t)}
  WHEN regexp_full_match('0' || ${majusculesSql(t)}, ${sql.lit(FORMAT_NUMERO)}) THEN '0' || ${majusculesSql(t)} END`

/** The typed value of a trimmed, non-empty text; null where it is none. */
export const valeurSql = (t: Texte, colonne: Column, traductions: Traductions = {}): RawBuilder<unknown> => {
  switch (colonne.type) {
    case 'texte':
      return sql`${t}`
    case 'numero_unique':
      return numeroSql(t)
    case 'guichet':
      return colonne.format
        ? sql`CASE WHEN regexp_full_match(${majusculesSql(t)}, ${sql.lit(colonne.format.source)}) THEN ${majusculesSql(t)} END`
        : majusculesSql(t)
    case 'date':
      return dateSql(t)
    case 'mois':
      return sql`CASE WHEN regexp_full_match(${t}, '[0-9]{4}-(0[1-9]|1[0-2])') THEN ${t} END`
    case 'entier':
      return entierSql(t)
    case 'nombre':
      return nombreSql(t)
    case 'booleen':
      return booleenSql(t)
    case 'code':
      return codeSql(t, colonne.codes ?? [], traductions)
    case 'insee':
      return sql`CASE WHEN regexp_full_match(${majusculesSql(t)}, '[0-9][0-9AB][0-9]{3}') THEN ${majusculesSql(t)} END`
    case 'siren':
      return sirenSql(t)
  }
}
