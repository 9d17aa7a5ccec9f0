import ts from 'typescript'
import type { Changement, Genre } from '../point.ts'
import { repetitions, voisin } from './codes.ts'

/** What stands in a query, longest first; texts and names are matched whole. */
const JETON =
  /'(?:[^']|'')*'|"[^"]*"|->|<=|>=|<>|=|<|>|\bIS (?:NOT )?(?:DISTINCT FROM|NULL|TRUE)\b|\b(?:NOT )?IN\b|\bNOT\b(?! NULL)|\bBETWEEN\b|\bAND\b|\bOR\b|\bTRUE\b|\bFALSE\b|(?<![\w.])\d+\b/g

const ECHANGES: Readonly<Record<string, readonly [Genre, string]>> = {
  '<': ['SQL : comparaison', '<='],
  '<=': ['SQL : comparaison', '<'],
  '>': ['SQL : comparaison', '>='],
  '>=': ['SQL : comparaison', '>'],
  '=': ['SQL : comparaison', '<>'],
  '<>': ['SQL : comparaison', '='],
  IN: ['SQL : condition', 'NOT IN'],
  'NOT IN': ['SQL : condition', 'IN'],
  NOT: ['SQL : condition', ''],
  AND: ['SQL : condition', 'OR'],
  OR: ['SQL : condition', 'AND'],
  TRUE: ['SQL : condition', 'FALSE'],
  FALSE: ['SQL : condition', 'TRUE'],
  'IS NULL': ['SQL : vide', 'IS NOT NULL'],
  'IS NOT NULL': ['SQL : vide', 'IS NULL'],
  'IS TRUE': ['SQL : vide', 'IS NOT TRUE'],
  'IS NOT TRUE': ['SQL : vide', 'IS TRUE'],
  'IS DISTINCT FROM': ['SQL : vide', '<>'],
  'IS NOT DISTINCT FROM': ['SQL : vide', '='],
}

const textesDe = (gabarit: ts.TemplateLiteral, source: ts.SourceFile): { debut: number; texte: string }[] => {
  const morceaux = ts.isTemplateExpression(gabarit)
    ? [gabarit.head, ...gabarit.templateSpans.map(({ literal }) => literal)]
    : [gabarit]
  return morceaux.map((morceau) => {
    const debut = morceau.getStart(source) + 1
    const reste = source.text.slice(debut, morceau.getEnd())
    return { debut, texte: reste.replace(/(`|\$\{)$/, '') }
  })
}

const litteral = (jeton: string, debut: number): Changement[] => {
  const fin = debut + jeton.length
  const change = (apres: string): Changement => ({ genre: 'SQL : littéral', debut, fin, apres })
  if (/^\d/.test(jeton)) return [change(String(Number(jeton) + 1)), change(`(${Number(jeton) - 1})`)]
  if (!jeton.startsWith("'")) return []
  const autre = voisin(jeton.slice(1, -1))
  return autre === undefined ? repetitions(jeton, debut) : [change(`'${autre}'`)]
}

/** What a `sql` template says itself: comparisons, conditions, texts and numbers, bounds of an interval. */
export const requetes = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  if (!ts.isTaggedTemplateExpression(noeud) || noeud.tag.getText(source) !== 'sql') return []
  let borne = false
  return textesDe(noeud.template, source).flatMap(({ debut: origine, texte }) =>
    [...texte.matchAll(JETON)].flatMap((trouve): Changement[] => {
      const [jeton] = trouve
      const [debut, fin] = [origine + trouve.index, origine + trouve.index + jeton.length]
      if (jeton === 'BETWEEN') borne = true
      if (jeton === 'AND' && borne) {
        borne = false
        return ['+ 1 AND', 'AND -1 +'].map((apres) => ({ genre: 'SQL : comparaison', debut, fin, apres }))
      }
      if (jeton === '1' && /\bEXISTS \(\s*SELECT $/.test(texte.slice(0, trouve.index))) return []
      if (jeton === '=' && /\bSET\s+["\w.]+\s*$/.test(texte.slice(0, trouve.index))) return []
      const echange = ECHANGES[jeton]
      return echange === undefined ? litteral(jeton, debut) : [{ genre: echange[0], debut, fin, apres: echange[1] }]
    }),
  )
}
