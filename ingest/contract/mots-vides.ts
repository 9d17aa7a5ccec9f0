import { normaliserMotVide } from './intitules.ts'

/** Words that stand for nothing in a cell, upper-cased and without accents. */
export const MOTS_VIDES: readonly string[] = [
  ...['NULL', '(NULL)', '\\N', 'NAN', 'N/A', 'NA', 'NC', 'NR', 'NSP', '?', '-', '--'],
  ...['#N/A', '#N/D', '#NUL!', '#NULL!', '#REF!', '#VALEUR!', '#VALUE!', '#NOM?', '#NAME?', '#DIV/0!'],
  ...['NON RENSEIGNE', 'NON RENSEIGNEE', 'NON RENSEIGNE(E)', 'NON CONNU', 'NON CONNUE', 'INCONNU', 'INCONNUE'],
  'A COMPLETER',
]

/** A name may be « NA ». */
const NOM = 'NA'
const COLONNES_DE_NOM: ReadonlySet<string> = new Set([
  ...['nom', 'nom_naissance', 'prenom', 'conjoint_nom_naissance', 'conjoint_prenom'],
])

/** The empty words that a column takes for values: those that its profile gives a meaning to, and « NA » for a name. */
export const motsPleinsDe = (
  colonne: string,
  traductions: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const traduits = new Set(Object.keys(traductions).map(normaliserMotVide))
  return MOTS_VIDES.filter((mot) => traduits.has(mot) || (mot === NOM && COLONNES_DE_NOM.has(colonne)))
}

const ACCENTS: Readonly<Record<string, string>> = { A: 'AÀÁÂÄ', E: 'EÉÈÊË', O: 'OÔÖ', I: 'IÎÏ', U: 'UÙÛÜ' }

/** A regular expression, for any case, that an empty word as it is written in a file matches, accents included. */
export const MOTS_VIDES_MOTIF = MOTS_VIDES.map((mot) =>
  [...mot].map((c) => (ACCENTS[c] ? `[${ACCENTS[c]}]` : c.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))).join(''),
).join('|')
