import { type RawBuilder, sql } from 'kysely'

type Texte = RawBuilder<unknown>

/** Letters whose upper case is several: Unicode's full mapping has them, the engine's `upper` does not. */
const DEPLIEES = [...'ßŉǰẖẗẘẙẚﬀﬁﬂﬃﬄﬅﬆ'].map((lettre) => [lettre, lettre.toUpperCase()] as const)

/** A text with some letters written as others. */
export const remplacerSql = (t: Texte, lettres: readonly (readonly [string, string])[]): Texte =>
  lettres.reduce((texte, [lettre, autre]) => sql`replace(${texte}, ${lettre}, ${autre})`, t)

/**
 * Upper case as Unicode maps it in full: « ﬁ » is FI, « ß » SS. `preparer` is done first to a text that is not pure
 * ASCII, accents dropped for one.
 */
export const majusculesSql = (t: Texte, preparer: (texte: Texte) => Texte = (texte) => texte): RawBuilder<string> =>
  sql`CASE WHEN strlen(${t}) = length(${t}) THEN upper(${t}) ELSE upper(${remplacerSql(preparer(t), DEPLIEES)}) END`

/** Upper case one letter for one: enough to find words into which no letter unfolds. */
export const capitalesSql = (t: Texte): RawBuilder<string> => sql`upper(${t})`

export const sansAccentsSql = (t: Texte): Texte => sql`strip_accents(${t})`
