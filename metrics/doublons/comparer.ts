import { type RawBuilder, sql } from 'kysely'
import { niveauNom, niveauPrenom, niveauSimple, proches, unChiffre, uneFaute } from './comparer-noms.ts'
import { FICHES } from './fiches.ts'
import { JOUR_DE_CONVENTION } from './jours.ts'

type Texte = RawBuilder<unknown>
const c = (nom: string): Texte => sql.ref(nom)

/** A birth date as it is compared: its eight digits, and their parts. */
interface JourCompare {
  readonly jour: Texte
  readonly annee: Texte
  readonly mois: Texte
  readonly quantieme: Texte
}

/**
 * Birth dates. Of a day of convention the year alone is known: two such dates of different years agree on nothing, nor does
 * one with another day of a different year. Where the years differ, one digit is a slip only if the rest agrees.
 */
const niveauJour = (a: JourCompare, b: JourCompare, convenu: Texte): Texte => {
  const [memeAnnee, memeMois, memeQuantieme] = (['annee', 'mois', 'quantieme'] as const).map(
    (partie) => sql`${a[partie]} = ${b[partie]}`,
  ) as [Texte, Texte, Texte]
  return sql`CASE WHEN ${a.jour} IS NULL OR ${b.jour} IS NULL THEN NULL WHEN ${a.jour} = ${b.jour} THEN 5
    WHEN ${convenu} THEN CASE WHEN ${memeAnnee} THEN 6 ELSE 0 END
    WHEN ${memeAnnee} AND ${a.mois} = ${b.quantieme} AND ${a.quantieme} = ${b.mois} THEN 4
    WHEN (${memeAnnee} OR (${memeMois} AND ${memeQuantieme})) AND ${unChiffre(a.jour, b.jour)} THEN 3
    WHEN (${memeAnnee})::INT + (${memeMois})::INT + (${memeQuantieme})::INT = 2 THEN 2
    WHEN ${memeAnnee} THEN 1 ELSE 0 END`
}

const jourDe = (x: string): JourCompare => ({
  jour: c(`${x}j`),
  annee: c(`${x}ja`),
  mois: c(`${x}jm`),
  quantieme: c(`${x}jq`),
})

/** The spouse's, seldom compared. */
const jourDuConjoint = (x: string): JourCompare => {
  const jour = c(`${x}cj`)
  const partie = (de: number, a: number) => sql`${jour}[${de}::BIGINT:${a}::BIGINT]::SMALLINT`
  return { jour, annee: partie(1, 4), mois: partie(5, 6), quantieme: partie(7, 8) }
}
const estConvenu = (jour: Texte): Texte => sql`${jour}[5:8] = ${JOUR_DE_CONVENTION}`

const niveauChiffres = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL WHEN ${a} = ${b} THEN 2 WHEN ${unChiffre(a, b)} THEN 1 ELSE 0 END`

/** Any number of one is any number of the other. */
const MEME_TELEPHONE = sql`("at" = bt OR "at" = bt2 OR at2 = bt OR at2 = bt2)`
const NIVEAU_TELEPHONE = sql`CASE WHEN coalesce("at", at2) IS NULL OR coalesce(bt, bt2) IS NULL THEN NULL
  WHEN meme_telephone THEN 2 WHEN ${unChiffre(c('at'), c('bt'))} THEN 1 ELSE 0 END`

/** Homonyms have addresses one digit apart: a slip counts among letters only. */
const niveauCourriel = (a: Texte, b: Texte): Texte =>
  sql`CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL WHEN ${a} = ${b} THEN 2
    WHEN abs(length(${a}) - length(${b})) > 1 OR jaro_winkler_similarity(${a}, ${b}, 0.95) = 0 THEN 0
    ELSE CASE WHEN regexp_replace(${a}, '[^0-9]', '', 'g') = regexp_replace(${b}, '[^0-9]', '', 'g') AND ${uneFaute(a, b)} THEN 1 ELSE 0 END END`

/** 1 where two of name, first name and birth date agree, null where a name is unknown. */
const niveauConjoint = (a: string, b: string): Texte =>
  sql`CASE WHEN ${c(`${a}n`)} IS NULL OR ${c(`${b}n`)} IS NULL THEN NULL
    WHEN coalesce((${c(`${a}n`)} = ${c(`${b}n`)})::INT, 0) + coalesce((${c(`${a}p`)} = ${c(`${b}p`)})::INT, 0)
      + coalesce((${c(`${a}j`)} = ${c(`${b}j`)})::INT, 0) >= 2 THEN 1 ELSE 0 END`

/** The person `x` is, or nearly, the spouse recorded for the other. */
const estConjoint = (x: string, autre: string): Texte => {
  const nomme = sql`(${c(`${x}n`)} = ${c(`${autre}cn`)} OR coalesce(${c(`${x}u`)} = ${c(`${autre}cn`)}, FALSE))`
  return sql`CASE WHEN ${c(`${autre}cn`)} IS NULL THEN FALSE ELSE ((${c(`${x}j`)} = ${c(`${autre}cj`)})::INT + ${nomme}::INT + (${c(`${x}p`)} = ${c(`${autre}cp`)})::INT) >= 2
    AND (${nomme} OR ${proches(c(`${x}n`), c(`${autre}cn`))}) AND ${proches(c(`${x}p`), c(`${autre}cp`))} END`
}

const COLONNES = [
  ['n', 'nom'],
  ['k', 'noyau'],
  ['nm', 'nom_mots'],
  ['u', 'nom_usage'],
  ['p', 'prenom'],
  ['pm', 'prenom_mots'],
  ['pt', 'attestes'],
  ['w', 'mots_melanges'],
  ['x', 'complet'],
  ['j', 'jour'],
  ['ja', 'annee'],
  ['jm', 'mois'],
  ['jq', 'quantieme'],
  ['jc', 'convenu'],
  ['fj', 'part_jour_convenu'],
  ['cn', 'conjoint_nom'],
  ['cp', 'conjoint_prenom'],
  ['cj', 'conjoint_jour'],
  ['cq', 'conjoint_personnes'],
  ['fn', 'part_nom'],
  ['fu', 'part_usage'],
  ['fp', 'part_prenom'],
  ['t', 'telephone'],
  ['tq', 'telephone_personnes'],
  ['t2', 'telephone_second'],
  ['t2q', 'telephone_second_personnes'],
  ['m', 'courriel'],
  ['mq', 'courriel_personnes'],
  ['z', 'code_postal'],
  ['fz', 'part_code_postal'],
  ['e', 'ecrit'],
] as const

const colonnes = (x: string): Texte =>
  sql.join(COLONNES.map(([court, nom]) => sql`${c(`${x}.${nom}`)} AS ${c(`${x}${court}`)}`))

/**
 * Which persons of the two demandes are compared: 0 the applicants, 1 their names exchanged, 2 and 3 an applicant and the
 * other's spouse, 4 names, both known, whose words have crossed the border with the first name.
 */
const FACE = sql`CASE WHEN an = bn AND ap = bp THEN 0 WHEN an = bp AND ap = bn THEN 1 WHEN ax = bx OR (aw = bw AND ax IS NOT NULL AND bx IS NOT NULL) THEN 4
  WHEN ${estConjoint('a', 'b')} THEN 2 WHEN ${estConjoint('b', 'a')} THEN 3
  WHEN an = bn OR ap = bp THEN 0
  WHEN ${proches(c('an'), c('bp'))} AND ${proches(c('ap'), c('bn'))} AND NOT (${proches(c('an'), c('bn'))} AND ${proches(c('ap'), c('bp'))}) THEN 1
  ELSE 0 END`

/** Of two exchanged identities, the one whose names are rarest in their columns is the wrong one: chance would not make it. */
const ECHANGE_PLUS_RARE = sql`bfn * bfp < afn * afp`

const selonFace = (inverse: Texte, conjointA: Texte, conjointB: Texte): Texte =>
  sql`CASE face WHEN 1 THEN ${inverse} WHEN 2 THEN ${conjointA} ELSE ${conjointB} END`

const nomDe = (x: string) => ({ joint: c(`${x}n`), noyau: c(`${x}k`), mots: c(`${x}nm`) })
const prenomDe = (x: string) => ({ joint: c(`${x}p`), mots: c(`${x}pm`), attestes: c(`${x}pt`) })

/** A usage name is the other's name, birth or usage. */
const MEME_USAGE = sql`coalesce(au = bn OR an = bu OR au = bu, FALSE)`

const NIVEAU_NOM = sql`CASE face WHEN 4 THEN 4 WHEN 0 THEN CASE WHEN meme_usage THEN 4 ELSE ${niveauNom(nomDe('a'), nomDe('b'))} END
  ELSE ${niveauSimple(selonFace(c('an'), c('an'), c('acn')), selonFace(c('bp'), c('bcn'), c('bn')))} END`
const NIVEAU_PRENOM = sql`CASE face WHEN 4 THEN 4 WHEN 0 THEN ${niveauPrenom(prenomDe('a'), prenomDe('b'))}
  ELSE ${niveauSimple(selonFace(c('ap'), c('ap'), c('acp')), selonFace(c('bn'), c('bcp'), c('bp')))} END`
const NIVEAU_NAISSANCE = sql`CASE face WHEN 2 THEN ${niveauJour(jourDe('a'), jourDuConjoint('b'), sql`(ajc OR ${estConvenu(c('bcj'))})`)}
  WHEN 3 THEN ${niveauJour(jourDuConjoint('a'), jourDe('b'), sql`(${estConvenu(c('acj'))} OR bjc)`)} ELSE ${niveauJour(jourDe('a'), jourDe('b'), sql`(ajc OR bjc)`)} END`

/** How common the name of `x` is in the column where it would be by chance. */
const part = (x: 'a' | 'b', propre: string, echange: string): Texte =>
  sql`CASE WHEN face = ${x === 'a' ? 3 : 2} THEN ${c(`${x === 'a' ? 'b' : 'a'}${propre}`)}
    WHEN face = 1 THEN CASE WHEN ${ECHANGE_PLUS_RARE} THEN ${c(`b${echange}`)} ELSE ${c(`a${propre}`)} END ELSE ${c(`${x}${propre}`)} END`

/** The share of the base that bears a contact, the two compared left out; unknown where none but they does. */
const partagee = (code: string): Texte =>
  sql`CASE WHEN ${c(`personnes_${code}`)} > 2 THEN (${c(`personnes_${code}`)} - 2) / (SELECT count(*) FROM ${FICHES}) END AS ${c(`part_${code}`)}`

/** What may be one household: names and birth dates near, or something else in common. */
const POSSIBLE = sql`(coalesce(nom, 2) >= 2 AND coalesce(prenom, 2) BETWEEN 2 AND 5 AND coalesce(naissance, 2) >= 2)
  OR coalesce(telephone >= 1, FALSE) OR coalesce(courriel >= 1, FALSE) OR coalesce(conjoint = 1, FALSE) OR coalesce(code_postal = 2, FALSE)`

/**
 * The levels of pairs, given as a relation of ranks `a` and `b`: one row each, with which persons are compared (`face`), how
 * common the compared values are, and whether they are written alike.
 */
export const comparerSql = (paires: Texte): Texte =>
  sql`SELECT * EXCLUDE (f1, f2, g1, g2), greatest(f1, f2) AS part_nom, least(f1, f2) AS part_nom_rare, greatest(g1, g2) AS part_prenom, least(g1, g2) AS part_prenom_rare,
      ${partagee('telephone')}, ${partagee('courriel')}, ${partagee('conjoint')}, ${POSSIBLE} AS possible
    FROM (SELECT a, b, libres, CASE face WHEN 3 THEN 2 WHEN 4 THEN 1 ELSE face END::TINYINT AS face,
        (${NIVEAU_NOM})::TINYINT AS nom, (${NIVEAU_PRENOM})::TINYINT AS prenom, (${NIVEAU_NAISSANCE})::TINYINT AS naissance,
        (${NIVEAU_TELEPHONE})::TINYINT AS telephone, (${niveauCourriel(c('am'), c('bm'))})::TINYINT AS courriel,
        (${niveauChiffres(c('az'), c('bz'))})::TINYINT AS code_postal,
        (CASE face WHEN 2 THEN ${niveauConjoint('ac', 'b')} WHEN 3 THEN ${niveauConjoint('bc', 'a')} ELSE ${niveauConjoint('ac', 'bc')} END)::TINYINT AS conjoint,
        CASE WHEN face = 0 AND meme_usage THEN greatest(afn, afu) ELSE ${part('a', 'fn', 'fp')} END AS f1,
        CASE WHEN face = 0 AND meme_usage THEN greatest(bfn, bfu) ELSE ${part('b', 'fn', 'fp')} END AS f2,
        ${part('a', 'fp', 'fn')} AS g1, ${part('b', 'fp', 'fn')} AS g2,
        CASE WHEN face < 2 OR face = 4 THEN greatest(afj, bfj) END AS part_naissance, least(afz, bfz) AS part_code_postal,
        CASE WHEN meme_telephone THEN CASE WHEN "at" = bt OR "at" = bt2 THEN atq ELSE at2q END END AS personnes_telephone,
        CASE WHEN am = bm THEN amq END AS personnes_courriel, CASE WHEN face NOT IN (2, 3) THEN least(acq, bcq) END AS personnes_conjoint,
        coalesce(ae = be, FALSE) AS ecrit_pareil
      FROM (SELECT *, ${FACE} AS face, ${MEME_USAGE} AS meme_usage, ${MEME_TELEPHONE} AS meme_telephone FROM (SELECT q.*, ${colonnes('a')}, ${colonnes('b')}
        FROM ${paires} q JOIN ${FICHES} a ON a.rang = q.a JOIN ${FICHES} b ON b.rang = q.b)))`
