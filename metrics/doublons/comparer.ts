import { type RawBuilder, sql } from 'kysely'
import { FICHES } from './fiches.ts'

type Texte = RawBuilder<unknown>
const c = (nom: string): Texte => sql.ref(nom)

/** Two spellings close enough to be one name. */
const proches = (a: Texte, b: Texte) => sql`jaro_winkler_similarity(${a}, ${b}, 0.85) > 0`

/** One letter or digit changed, lost, added, or exchanged with the next. Costly: asked only of what already looks alike. */
const uneFaute = (a: Texte, b: Texte): Texte => sql`damerau_levenshtein(${a}, ${b}) <= 1`

/** The same for two codes of one length. */
const unChiffre = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN length(${a}) <> length(${b}) THEN FALSE ELSE CASE hamming(${a}, ${b}) WHEN 1 THEN TRUE WHEN 2 THEN ${uneFaute(a, b)} ELSE FALSE END END`

const niveauNom = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL WHEN ${a} = ${b} THEN 4
    ELSE CASE WHEN jaro_winkler_similarity(${a}, ${b}, 0.7) = 0 THEN 0
      WHEN abs(length(${a}) - length(${b})) <= 1 AND greatest(length(${a}), length(${b})) > 2 AND ${uneFaute(a, b)} THEN 3
      WHEN jaro_winkler_similarity(${a}, ${b}, 0.9) > 0 THEN 2 WHEN jaro_winkler_similarity(${a}, ${b}, 0.8) > 0 THEN 1 ELSE 0 END END`

const niveauJour = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL WHEN ${a} = ${b} THEN 5
    WHEN ${a}[1:4] = ${b}[1:4] AND ${a}[5:6] = ${b}[7:8] AND ${a}[7:8] = ${b}[5:6] THEN 4
    WHEN ${unChiffre(a, b)} THEN 3
    WHEN (${a}[1:4] = ${b}[1:4])::INT + (${a}[5:6] = ${b}[5:6])::INT + (${a}[7:8] = ${b}[7:8])::INT = 2 THEN 2
    WHEN ${a}[1:4] = ${b}[1:4] THEN 1 ELSE 0 END`

const niveauChiffres = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL WHEN ${a} = ${b} THEN 2 WHEN ${unChiffre(a, b)} THEN 1 ELSE 0 END`

/** Homonyms have addresses one digit apart: a slip counts among letters only. */
const niveauCourriel = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL WHEN ${a} = ${b} THEN 2
    WHEN jaro_winkler_similarity(${a}, ${b}, 0.95) = 0 THEN 0
    ELSE CASE WHEN regexp_replace(${a}, '[^0-9]', '', 'g') = regexp_replace(${b}, '[^0-9]', '', 'g') AND ${uneFaute(a, b)} THEN 1 ELSE 0 END END`

/** 1 where two of name, first name and birth date agree, null where a name is unknown. */
const niveauConjoint = (a: string, b: string): Texte =>
  sql`CASE WHEN ${c(`${a}n`)} IS NULL OR ${c(`${b}n`)} IS NULL THEN NULL
    WHEN coalesce((${c(`${a}n`)} = ${c(`${b}n`)})::INT, 0) + coalesce((${c(`${a}p`)} = ${c(`${b}p`)})::INT, 0)
      + coalesce((${c(`${a}j`)} = ${c(`${b}j`)})::INT, 0) >= 2 THEN 1 ELSE 0 END`

/** The person `x` is, or nearly, the spouse recorded for the other. */
const estConjoint = (x: string, autre: string): Texte =>
  sql`(${c(`${autre}cn`)} IS NOT NULL AND ((${c(`${x}j`)} = ${c(`${autre}cj`)})::INT + (${c(`${x}n`)} = ${c(`${autre}cn`)})::INT + (${c(`${x}p`)} = ${c(`${autre}cp`)})::INT) >= 2
    AND ${proches(c(`${x}n`), c(`${autre}cn`))} AND ${proches(c(`${x}p`), c(`${autre}cp`))})`

const colonnes = (x: string): Texte =>
  sql.join(
    [
      ['n', 'nom'],
      ['p', 'prenom'],
      ['j', 'jour'],
      ['cn', 'conjoint_nom'],
      ['cp', 'conjoint_prenom'],
      ['cj', 'conjoint_jour'],
      ['fn', 'part_nom'],
      ['fp', 'part_prenom'],
      ['t', 'telephone'],
      ['m', 'courriel'],
      ['z', 'code_postal'],
      ['en', 'nom_ecrit'],
      ['ep', 'prenom_ecrit'],
    ].map(([court, nom]) => sql`${c(`${x}.${nom}`)} AS ${c(`${x}${court}`)}`),
  )

/** Which persons of the two demandes are compared: 0 the applicants, 1 their names exchanged, 2 and 3 an applicant and the other's spouse. */
const FACE = sql`CASE WHEN an = bn AND ap = bp THEN 0 WHEN an = bp AND ap = bn THEN 1
  WHEN ${estConjoint('a', 'b')} THEN 2 WHEN ${estConjoint('b', 'a')} THEN 3
  WHEN an = bn OR ap = bp THEN 0
  WHEN ${proches(c('an'), c('bp'))} AND ${proches(c('ap'), c('bn'))} AND NOT (${proches(c('an'), c('bn'))} AND ${proches(c('ap'), c('bp'))}) THEN 1
  ELSE 0 END`

/** Of two exchanged identities, the one whose names are rarest in their columns is the wrong one: chance would not make it. */
const ECHANGE_PLUS_RARE = sql`bfn * bfp < afn * afp`

const selonFace = (direct: string, inverse: string, conjointA: string, conjointB: string): Texte =>
  sql`CASE face WHEN 0 THEN ${c(direct)} WHEN 1 THEN ${c(inverse)} WHEN 2 THEN ${c(conjointA)} ELSE ${c(conjointB)} END`

/** What may be one household: names and birth dates near, or something else in common. */
const POSSIBLE = sql`(coalesce(nom, 2) >= 2 AND coalesce(prenom, 2) >= 2 AND coalesce(naissance, 2) >= 2)
  OR coalesce(telephone >= 1, FALSE) OR coalesce(courriel >= 1, FALSE) OR coalesce(conjoint = 1, FALSE) OR coalesce(code_postal = 2, FALSE)`

/**
 * The levels of pairs, given as a relation of ranks `a` and `b`: one row each, with which persons are compared (`face`), how
 * common the compared names are, and whether they are written alike.
 */
export const comparerSql = (paires: Texte): Texte =>
  sql`SELECT *, ${POSSIBLE} AS possible FROM (SELECT * EXCLUDE (n1, n2, p1, p2, j1, j2, f1, f2, g1, g2),
      (${niveauNom(c('n1'), c('n2'))})::TINYINT AS nom, (${niveauNom(c('p1'), c('p2'))})::TINYINT AS prenom, (${niveauJour(c('j1'), c('j2'))})::TINYINT AS naissance,
      greatest(f1, f2) AS part_nom, least(f1, f2) AS part_nom_rare, greatest(g1, g2) AS part_prenom, least(g1, g2) AS part_prenom_rare
    FROM (SELECT a, b, libres, LEAST(face, 2)::TINYINT AS face,
        ${selonFace('an', 'an', 'an', 'acn')} AS n1, ${selonFace('bn', 'bp', 'bcn', 'bn')} AS n2,
        ${selonFace('ap', 'ap', 'ap', 'acp')} AS p1, ${selonFace('bp', 'bn', 'bcp', 'bp')} AS p2,
        ${selonFace('aj', 'aj', 'aj', 'acj')} AS j1, ${selonFace('bj', 'bj', 'bcj', 'bj')} AS j2,
        CASE WHEN face = 3 THEN bfn WHEN face = 1 AND ${ECHANGE_PLUS_RARE} THEN bfp ELSE afn END AS f1,
        CASE WHEN face = 0 OR face = 3 THEN bfn WHEN face = 1 AND ${ECHANGE_PLUS_RARE} THEN bfp ELSE afn END AS f2,
        CASE WHEN face = 3 THEN bfp WHEN face = 1 AND ${ECHANGE_PLUS_RARE} THEN bfn ELSE afp END AS g1,
        CASE WHEN face = 0 OR face = 3 THEN bfp WHEN face = 1 AND ${ECHANGE_PLUS_RARE} THEN bfn ELSE afp END AS g2,
        (${niveauChiffres(c('at'), c('bt'))})::TINYINT AS telephone, (${niveauCourriel(c('am'), c('bm'))})::TINYINT AS courriel,
        (${niveauChiffres(c('az'), c('bz'))})::TINYINT AS code_postal,
        (CASE face WHEN 2 THEN ${niveauConjoint('ac', 'b')} WHEN 3 THEN ${niveauConjoint('bc', 'a')} ELSE ${niveauConjoint('ac', 'bc')} END)::TINYINT AS conjoint,
        coalesce(aen = ben, FALSE) AND coalesce(aep = bep, FALSE) AS ecrit_pareil
      FROM (SELECT *, ${FACE} AS face FROM (SELECT q.*, ${colonnes('a')}, ${colonnes('b')}
        FROM ${paires} q JOIN ${FICHES} a ON a.rang = q.a JOIN ${FICHES} b ON b.rang = q.b))))`
