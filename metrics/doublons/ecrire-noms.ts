import { type RawBuilder, sql } from 'kysely'
import { majusculesSql, remplacerSql, sansAccentsSql } from '../../ingest/socle/sql/majuscules.ts'

type Texte = RawBuilder<unknown>

/** Letters that no decomposition brings back to A–Z. */
const BARREES = [
  ['Đ', 'D'],
  ['đ', 'd'],
  ['Ð', 'D'],
  ['Ł', 'L'],
  ['ł', 'l'],
  ['Ø', 'O'],
  ['ø', 'o'],
] as const

/** Words that introduce a name and are not it. */
const PARTICULES =
  'D,DE,DU,DES,DA,DAS,DO,DOS,DI,DEL,DELLA,L,LA,LE,LES,EL,AL,BEN,BENT,BINT,BIN,IBN,OULD,AIT,VAN,VON,DER,DEN,TER,ST,STE'.split(
    ',',
  )

/** Another name written in the same field: « X EP. Y », « X veuve Y », « Y née X ». */
const EPOUX = '(?i)^(.*[^ (,-])[ (,-]+(EP|EPX|EPSE|EPOUSE|VVE|VEUVE)([ .:-].*)?$'
const NEE = '(?i)^(.*[^ (,-])[ (,-]+NEE[ .:]+(.*)$'

/** A text whose barred letters are plain ones. */
export const debarrerSql = (t: Texte): Texte =>
  sql`CASE WHEN strlen(${t}) = length(${t}) THEN ${t} ELSE ${remplacerSql(t, BARREES)} END`

/** The birth name alone, where its field holds a usage name too. */
export const sansEpouxSql = (t: Texte): Texte => {
  const nu = sansAccentsSql(t)
  return sql`CASE WHEN NOT regexp_matches(${t}, '[ (]') THEN ${t}
    WHEN regexp_matches(${nu}, ${NEE}) THEN regexp_extract(${nu}, ${NEE}, 2)
    WHEN regexp_matches(${nu}, ${EPOUX}) THEN regexp_extract(${nu}, ${EPOUX}, 1) ELSE ${t} END`
}

/** The words of a name, in capitals and separated by one space; null where it is one word. */
export const motsSql = (t: Texte): Texte =>
  sql`CASE WHEN NOT regexp_matches(${t}, '[^[:alpha:]]') THEN NULL
    ELSE CASE WHEN regexp_matches(${capitales(t)}, '[A-Z] [A-Z]') THEN ${capitales(t)} END END`

const capitales = (t: Texte): Texte =>
  sql`trim(regexp_replace(${majusculesSql(t, sansAccentsSql)}, '[^A-Z]+', ' ', 'g'))`

/** The words, given by `motsSql`, that are the name itself; all of them where none would be left. */
export const sansParticulesSql = (mots: Texte): Texte => {
  const gardes = sql`list_filter(string_split(${mots}, ' '), lambda mot: NOT list_contains(${PARTICULES}, mot))`
  return sql`CASE WHEN ${mots} IS NULL THEN NULL WHEN len(${gardes}) = 0 THEN ${mots} ELSE array_to_string(${gardes}, ' ') END`
}
