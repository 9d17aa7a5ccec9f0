import { type RawBuilder, sql } from 'kysely'
import { MOTS_VIDES_MOTIF } from '../contract/mots-vides.ts'
import { BLANCS } from './cellule.ts'
import { MARQUES } from './marques.ts'

/** The lines of a UTF-8 file, in order, as the relation `l(t)`. */
export const lignesSql = (chemin: string, sautees: number, ligneMax: number): RawBuilder<unknown> =>
  sql`read_csv(${chemin}, auto_detect = false, header = false, delim = ${MARQUES.aucun}, quote = '', escape = '', strict_mode = false, skip = ${sautees}, max_line_size = ${ligneMax}, buffer_size = ${ligneMax * 4}, columns = {'t': 'VARCHAR'}) AS l`

const echapper = (texte: string): string => texte.replace(/[|\\\]^-]/g, '\\$&')

/** A line in which some cell has a blank, a guard or an empty word to take off: rare, and then all its cells are looked at. */
const aNettoyerMotif = (separateur: string): string => {
  const blancs = [...BLANCS].filter((blanc) => blanc !== separateur).join('')
  const bord = `[${echapper(separateur)}${MARQUES.enregistrement}${MARQUES.separateur}]`
  return `(?i)(?:^|${bord})(?:[${blancs}'=]|(?:${MOTS_VIDES_MOTIF})(?:${bord}|$))|[${blancs}](?:${bord}|$)`
}

/**
 * The cells of each line: cut at the separator, or at the marks of a record read with care. `vide`: nothing but separators
 * and spaces. `guillemets`: the line is one whose quotes are ill-formed. `marque`: what the line is known again by.
 */
export const champsSql = (lignes: RawBuilder<unknown>, separateur: string, repris: boolean): RawBuilder<unknown> => {
  const s = sql`${separateur}`
  const nue = sql`string_split(t, ${s})`
  const texte = sql`replace(substr(t, 2), ${MARQUES.finDeLigne}, chr(10))`
  const champs = repris
    ? sql`CASE WHEN starts_with(t, ${MARQUES.enregistrement}) THEN string_split(${texte}, ${MARQUES.separateur})
        WHEN starts_with(t, ${MARQUES.guillemets}) THEN string_split(substr(t, 2), ${s}) ELSE ${nue} END`
    : nue
  const plein = sql`${`[^${echapper(separateur)}${BLANCS}"${MARQUES.enregistrement}${MARQUES.separateur}]`}`
  return sql`SELECT ${champs} AS champs, NOT regexp_matches(t, ${plein}) AS vide,
    regexp_matches(t, ${aNettoyerMotif(separateur)}) AS a_nettoyer,
    ${repris ? sql`starts_with(t, ${MARQUES.guillemets})` : sql`FALSE`} AS guillemets, hash(t) AS marque
    FROM (SELECT coalesce(t, '') AS t FROM ${lignes})`
}

/** Where each of these records stands: its rank from 0, its mark, whether it is empty. */
export const placesSql = (champs: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT row_number() OVER () - 1 AS rang, marque, vide FROM (${champs})`
