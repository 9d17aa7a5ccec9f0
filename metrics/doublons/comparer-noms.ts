import { type RawBuilder, sql } from 'kysely'

type Texte = RawBuilder<unknown>

/** A name as it is compared: joined letters, what remains of it without particles, and its words where there are several. */
export interface NomCompare {
  readonly joint: Texte
  readonly noyau: Texte
  readonly mots: Texte
}

/** A first name as it is compared; `attestes` are those of its words that two demandes bear. */
export interface PrenomCompare {
  readonly joint: Texte
  readonly mots: Texte
  readonly attestes: Texte
}

/** Two spellings close enough to be one name. */
export const proches = (a: Texte, b: Texte): Texte => sql`jaro_winkler_similarity(${a}, ${b}, 0.85) > 0`

/** One letter or digit changed, lost, added, or exchanged with the next. Costly: asked only of what already looks alike. */
export const uneFaute = (a: Texte, b: Texte): Texte => sql`damerau_levenshtein(${a}, ${b}) <= 1`

/** The same for two codes of one length. */
export const unChiffre = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN length(${a}) <> length(${b}) THEN FALSE ELSE CASE hamming(${a}, ${b}) WHEN 1 THEN TRUE WHEN 2 THEN ${uneFaute(a, b)} ELSE FALSE END END`

/** A slip between two words of more than two letters. */
const faute = (a: Texte, b: Texte): Texte =>
  sql`abs(length(${a}) - length(${b})) <= 1 AND greatest(length(${a}), length(${b})) > 2 AND ${uneFaute(a, b)}`

/** How alike two spellings are, letter by letter. */
export const niveauGraphie = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN jaro_winkler_similarity(${a}, ${b}, 0.7) = 0 THEN 0 WHEN ${faute(a, b)} THEN 3
    WHEN jaro_winkler_similarity(${a}, ${b}, 0.9) > 0 THEN 2 WHEN jaro_winkler_similarity(${a}, ${b}, 0.8) > 0 THEN 1 ELSE 0 END`

/** The same of two texts either of which may be unknown. */
export const niveauSimple = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL WHEN ${a} = ${b} THEN 4 ELSE ${niveauGraphie(a, b)} END`

const listeDe = (mots: Texte, seul: Texte): Texte => sql`string_split(coalesce(${mots}, ${seul}), ' ')`

/** One says no more than the other, and contradicts it in nothing. */
const contenus = (x: Texte, y: Texte): Texte => sql`(list_has_all(${x}, ${y}) OR list_has_all(${y}, ${x}))`

/** Word after word, as far as the shorter goes, those of which `vrai` does not hold. */
const ecarts = (x: Texte, y: Texte, vrai: (a: Texte, b: Texte) => Texte): Texte =>
  sql`len(list_filter(list_zip(${x}, ${y}, TRUE), lambda m: NOT ${vrai(sql`m[1]`, sql`m[2]`)}))`

/** Birth names: the same with particles or without, word by word where there are several, letter by letter otherwise. */
export const niveauNom = (a: NomCompare, b: NomCompare): Texte =>
  sql`CASE WHEN ${a.joint} IS NULL OR ${b.joint} IS NULL THEN NULL WHEN ${a.joint} = ${b.joint} OR ${a.noyau} = ${b.noyau} THEN 4
    WHEN ${a.mots} IS NULL AND ${b.mots} IS NULL THEN ${niveauGraphie(a.noyau, b.noyau)}
    WHEN ${contenus(listeDe(a.mots, a.noyau), listeDe(b.mots, b.noyau))} THEN 5
    WHEN ${faute(a.noyau, b.noyau)} THEN 3 ELSE 0 END`

const initiale = (m: Texte, n: Texte): Texte => sql`(length(${m}) = 1 AND starts_with(${n}, ${m}))`
const memeMot = (m: Texte, n: Texte): Texte => sql`(${m} = ${n} OR ${initiale(m, n)} OR ${initiale(n, m)})`

const initialesDe = (mots: Texte): Texte =>
  sql`array_to_string(list_transform(string_split(${mots}, ' '), lambda m: m[1]), '')`

/**
 * First names: word by word where there are several, initials agreeing with what they may stand for. Two words that the
 * base attests as names are two names, however near their letters.
 */
export const niveauPrenom = (a: PrenomCompare, b: PrenomCompare): Texte => {
  const [x, y] = [listeDe(a.mots, a.joint), listeDe(b.mots, b.joint)]
  const attestes = (m: Texte, n: Texte): Texte =>
    sql`coalesce(list_contains(string_split(${a.attestes}, ' '), ${m}) AND list_contains(string_split(${b.attestes}, ' '), ${n}), FALSE)`
  const voisins = (m: Texte, n: Texte): Texte => sql`(${m} = ${n} OR (${faute(m, n)} AND NOT ${attestes(m, n)}))`
  return sql`CASE WHEN ${a.joint} IS NULL OR ${b.joint} IS NULL THEN NULL WHEN ${a.joint} = ${b.joint} THEN 4
    WHEN ${a.mots} IS NULL AND ${b.mots} IS NULL THEN
      CASE WHEN ${initiale(a.joint, b.joint)} OR ${initiale(b.joint, a.joint)} THEN 5
        WHEN ${a.attestes} IS NOT NULL AND ${b.attestes} IS NOT NULL THEN CASE WHEN ${niveauGraphie(a.joint, b.joint)} > 0 THEN 6 ELSE 0 END
        ELSE ${niveauGraphie(a.joint, b.joint)} END
    WHEN ${contenus(x, y)} OR coalesce(${a.joint} = ${initialesDe(b.mots)} OR ${b.joint} = ${initialesDe(a.mots)}, FALSE) THEN 5
    WHEN ${ecarts(x, y, memeMot)} = 0 THEN 5
    WHEN len(${x}) = len(${y}) THEN CASE WHEN ${ecarts(x, y, voisins)} = 0 THEN 3 ELSE 6 END
    WHEN ${faute(a.joint, b.joint)} THEN 3 ELSE 6 END`
}
