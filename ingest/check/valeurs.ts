import { type RawBuilder, sql } from 'kysely'
import { HORS_LISTE } from '../contract/codes.ts'
import type { Column } from '../contract/column.ts'
import { normaliserCode } from '../contract/intitules.ts'
import { libellesDe } from '../contract/libelles.ts'
import { FORMES_NUMERO } from '../contract/numero.ts'
import { BLANCS } from '../read/cellule.ts'
import { capitalesSql, majusculesSql, sansAccentsSql } from '../socle/sql/majuscules.ts'

/** What a profile says of a column's own words: `{"Attribution suivie d'un bail signé": "ATTRIBUTION"}`. */
export type Traductions = Readonly<Record<string, string>>

type Texte = RawBuilder<unknown>

const HEURE = '[ T]+[0-9]{1,2}[:hH][0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?'
const DECALAGE = '[ ]*(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)'
const FORMATS_DATE = sql`['%d/%m/%Y', '%Y-%m-%d']`
/** Its hour, minutes and offset, of the right form already. */
const MOMENT = '^[ T]+([0-9]+)[:hH]([0-9]+).*?(Z|[+-][0-9:]+)$'
/** Where a moment falls on a day, whatever this machine's clock. */
const HEURE_LEGALE = 'Europe/Paris'

/** The day in Paris of a moment written with `Z` or an offset. */
const instantSql = (t: Texte) => {
  const jour = sql`try_strptime(left(${t}, 10), ${FORMATS_DATE})::DATE`
  const heure = sql`regexp_replace(substr(${t}, 11), ${MOMENT}, ' \\1:\\2:00\\3')`
  return sql`timezone(${HEURE_LEGALE}, TRY_CAST(${jour} || ${heure} AS TIMESTAMPTZ))::DATE`
}

/** `JJ/MM/AAAA` or `AAAA-MM-JJ`, two-digit day and month; a time after it is ignored, but a moment is its day in Paris. */
const dateSql = (t: Texte) => sql`CASE
  WHEN ${t} IS NULL THEN NULL
  WHEN strlen(${t}) = 10 THEN try_strptime(${t}, ${FORMATS_DATE})::DATE
  WHEN regexp_full_match(substr(${t}, 11), ${HEURE}) THEN try_strptime(left(${t}, 10), ${FORMATS_DATE})::DATE
  WHEN regexp_full_match(substr(${t}, 11), ${HEURE + DECALAGE}) THEN ${instantSql(t)} END`

/** Every space of Unicode, those that end a line included. */
const ESPACES = `${BLANCS}\n\v\f\r\u0085\u2028\u2029`
const MILLIERS = `${ESPACES}'’`

/** Decimal comma or point, spaces or apostrophes between thousands, an optional trailing `€`. The first form is the usual one. */
const nombreSql = (t: Texte) => {
  const nu = sql`replace(rtrim(translate(${t}, ${MILLIERS}, ''), '€'), ',', '.')`
  return sql`CASE WHEN regexp_full_match(${t}, '[0-9]+([.,][0-9]+)?') THEN TRY_CAST(replace(${t}, ',', '.') AS DOUBLE)
  WHEN regexp_full_match(${nu}, '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)') THEN TRY_CAST(${nu} AS DOUBLE) END`
}

/** A number without a fraction (`2,0` is 2) that fits the engine's integer. */
const entierSql = (t: Texte) => {
  const nombre = nombreSql(t)
  return sql`CASE WHEN regexp_full_match(${t}, '[0-9]+') THEN TRY_CAST(${t} AS INTEGER)
  WHEN ${nombre} = trunc(${nombre}) THEN TRY_CAST(${nombre} AS INTEGER) END`
}

const booleenSql = (t: Texte) => sql`CASE
  WHEN list_contains(${['N', 'NON', '0', 'FALSE', 'FAUX']}, ${capitalesSql(t)}) THEN FALSE
  WHEN list_contains(${['O', 'OUI', '1', 'TRUE', 'VRAI']}, ${capitalesSql(t)}) THEN TRUE END`

const codeNormaliseSql = (t: Texte) =>
  sql`trim(regexp_replace(${majusculesSql(t, sansAccentsSql)}, '[^A-Z0-9]+', '_', 'g'), '_')`

// Words in a constant map: IN with a long list would be planned as a join.
const mapSql = (paires: readonly (readonly [string, string])[]) =>
  sql`MAP(${paires.map(([cle]) => cle)}, ${paires.map(([, valeur]) => valeur)})`

/** A code of the list, by itself or by one of its labels; accents, case and punctuation do not count. */
const codeSql = (t: Texte, { nom, codes = [], rejetSiInconnu }: Column) => {
  const mots = new Map([...libellesDe(nom)].filter(([, code]) => codes.includes(code)))
  for (const code of codes) mots.set(code, code)
  const autre = rejetSiInconnu ? sql`NULL` : sql`${HORS_LISTE}`
  return sql`CASE WHEN ${t} IS NULL THEN NULL WHEN list_contains(${[...codes]}, ${t}) THEN ${t}
    ELSE coalesce(${mapSql([...mots])}[${codeNormaliseSql(t)}], ${autre}) END`
}

/** A text once a profile has translated it: its word for a code, for yes or no, or for nothing. */
export const traduireSql = (t: Texte, traductions: Traductions = {}): RawBuilder<unknown> => {
  const paires = Object.entries(traductions).map(([mot, code]) => [normaliserCode(mot) || mot, code] as const)
  if (paires.length === 0) return t
  const lu = sql`${mapSql([...new Map(paires)])}[coalesce(nullif(${codeNormaliseSql(t)}, ''), ${t})]`
  return sql`CASE WHEN ${lu} IS NULL THEN ${t} ELSE nullif(${lu}, '') END`
}

/** A numéro unique in upper case; spreadsheets eat its first zero, which is put back. Null where it does not read as one. */
export const numeroSql = (t: Texte): RawBuilder<unknown> => {
  const formes = FORMES_NUMERO.map(
    ({ motif, longueur }) => sql`WHEN regexp_full_match(${t}, ${motif}) THEN ${t}
  WHEN regexp_full_match(${majusculesSql(t)}, ${motif}) THEN ${majusculesSql(t)}
  WHEN strlen(${majusculesSql(t)}) = ${longueur - 1} AND regexp_full_match('0' || ${majusculesSql(t)}, ${motif}) THEN '0' || ${majusculesSql(t)}`,
  )
  return sql`CASE ${sql.join(formes, sql` `)} END`
}

/** A numéro that a spreadsheet took for a number of more than the fifteen digits it keeps. */
export const precisionPerdueSql = (t: Texte): RawBuilder<boolean> =>
  sql`regexp_full_match(${t}, '[0-9]+([.,][0-9]*)?[eE][+]?[0-9]+|[0-9]{16,}[.,][0-9]+')`

/** An identifier made of digits, without what a spreadsheet adds to it. */
const identifiantSql = (t: Texte, motif: string) => {
  const nu = sql`regexp_replace(translate(${t}, ${ESPACES}, ''), '[.,]0$', '')`
  return sql`CASE WHEN regexp_full_match(${t}, ${motif}) THEN ${t} WHEN regexp_full_match(${nu}, ${motif}) THEN ${nu} END`
}

/** The typed value of a trimmed, non-empty text; null where it is none. */
export const valeurSql = (t: Texte, colonne: Column): RawBuilder<unknown> => {
  switch (colonne.type) {
    case 'texte':
      return sql`${t}`
    case 'numero_unique':
      return numeroSql(t)
    case 'guichet':
      return colonne.format
        ? sql`CASE WHEN regexp_full_match(${majusculesSql(t)}, ${colonne.format.source}) THEN ${majusculesSql(t)} END`
        : majusculesSql(t)
    case 'date':
      return dateSql(t)
    case 'mois':
      // A spreadsheet turns 2026-10 into a day of that month.
      return sql`CASE WHEN regexp_full_match(${t}, '[0-9]{4}(-(0[1-9]|1[0-2]))?') THEN ${t} ELSE strftime(${dateSql(t)}, '%Y-%m') END`
    case 'entier':
      return entierSql(t)
    case 'nombre':
      return nombreSql(t)
    case 'booleen':
      return booleenSql(t)
    case 'code':
      return codeSql(t, colonne)
    case 'insee':
      return sql`CASE WHEN regexp_full_match(${capitalesSql(t)}, '[0-9][0-9AB][0-9]{3}') THEN ${capitalesSql(t)} END`
    case 'siren':
      return identifiantSql(t, '[0-9]{9}')
    case 'rpls':
      return identifiantSql(t, '[0-9A-Za-z]{10}')
    case 'code_postal':
      return identifiantSql(t, '[0-9]{5}')
  }
}
