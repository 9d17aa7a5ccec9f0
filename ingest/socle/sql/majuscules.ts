import { type RawBuilder, sql } from 'kysely'

type Texte = RawBuilder<unknown>

/** Letters whose upper case is several: Unicode's full mapping has them, the engine's `upper` does not. */
const DEPLIEES = [...'ßŉǰẖẗẘẙẚﬀﬁﬂﬃﬄﬅﬆ'].map((lettre) => [lettre, lettre.toUpperCase()] as const)

/** A text with some letters written as others. */
export const remplacerSql = (t: Texte, lettres: readonly (readonly [string, string])[]): Texte =>
  lettres.reduce((texte, [lettre, autre]) => sql`replace(${texte}, ${lettre}, ${autre})`, t)

const UNE_DEPLIEE = `[${DEPLIEES.map(([lettre]) => lettre).join('')}]`
const LETTRES_ET_SUITES = DEPLIEES.map((paire) => paire.join(''))

/** Done in a loop, for it is rare: written out, its calls would weigh on the planning of every query. */
const deplierSql = (t: Texte): Texte =>
  sql`CASE WHEN regexp_matches(${t}, ${UNE_DEPLIEE})
    THEN list_reduce(list_prepend(${t}, ${LETTRES_ET_SUITES}), lambda texte, l: replace(texte, l[1], l[2:])) ELSE ${t} END`

/**
 * Upper case as Unicode maps it in full: « ﬁ » is FI, « ß » SS. `preparer` is done first to a text that is not pure
 * ASCII, accents dropped for one.
 */
export const majusculesSql = (t: Texte, preparer: (texte: Texte) => Texte = (texte) => texte): RawBuilder<string> =>
  sql`CASE WHEN strlen(${t}) = length(${t}) THEN upper(${t}) ELSE upper(${deplierSql(preparer(t))}) END`

/** Upper case one letter for one: enough to find words into which no letter unfolds. */
export const capitalesSql = (t: Texte): RawBuilder<string> => sql`upper(${t})`

export const sansAccentsSql = (t: Texte): Texte => sql`strip_accents(${t})`
