import { type RawBuilder, sql } from 'kysely'

type Texte = RawBuilder<unknown>

/**
 * Demandes that may share a telephone, an e-mail or a spouse before it is one of a place, a helper or nobody: beyond, it
 * says nothing of who they are about.
 */
export const PORTEURS_MAX = 8

/** Digits of a number that say whose it is, whatever prefix comes before. */
const CHIFFRES = 9
/** Below it, no number. */
const CHIFFRES_MIN = 6

/** How most are written, which nothing has to be taken out of. */
const UN_SEUL = '0[0-9]{9}'
const NOMBRES = String.raw`\d[\d .\-()\t\x{a0}]*`

/**
 * The telephone numbers of a field, by their last nine digits: there may be two, parted by anything or by nothing, and each
 * may have a national or a foreign prefix.
 */
export const telephonesSql = (t: Texte): Texte =>
  sql`CASE WHEN regexp_full_match(${t}, ${UN_SEUL}) THEN [right(${t}, ${CHIFFRES})] ELSE list_distinct(list_filter(flatten(list_transform(
      list_transform(regexp_extract_all(${t}, ${NOMBRES}), lambda nombre: regexp_replace(nombre, '[^0-9]', '', 'g')),
      lambda n: CASE WHEN length(n) BETWEEN 18 AND 26 AND length(n) % 2 = 0
        THEN [right(n[1:length(n) // 2], ${CHIFFRES}), right(n, ${CHIFFRES})] ELSE [right(n, ${CHIFFRES})] END)),
    lambda n: length(n) >= ${CHIFFRES_MIN})) END`

/**
 * The values of a relation's column `v`, with how many rows bear each, and how many persons at least: copies of one demande,
 * whatever slips they hold, differ in all of name, first name and birth date less often than neighbours do.
 */
export const porteursSql = (relation: Texte): Texte =>
  sql`(WITH portees AS (FROM ${relation} WHERE v IS NOT NULL), comptes AS (SELECT v, count(*)::INTEGER AS n FROM portees GROUP BY v),
    personnes AS (SELECT v, least(count(DISTINCT nom), count(DISTINCT prenom), count(DISTINCT jour))::INTEGER AS personnes FROM portees
      WHERE v IN (SELECT v FROM comptes WHERE n BETWEEN 3 AND ${PORTEURS_MAX}) GROUP BY v)
    SELECT c.v, n, personnes FROM comptes c LEFT JOIN personnes p ON p.v = c.v)`
