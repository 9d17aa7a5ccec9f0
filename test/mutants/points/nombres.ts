import ts from 'typescript'
import type { Changement } from '../point.ts'

/** Of what a comparator gives, only the sign counts: `-1` and `1` are one less, never one more. */
const signeDUnOrdre = (noeud: ts.Node): boolean => {
  const choix = ts.isPrefixUnaryExpression(noeud.parent) ? noeud.parent.parent : noeud.parent
  return ts.isConditionalExpression(choix) && / \? -1 : 1$/.test(choix.getText())
}

/** `liste[i] ?? 0`: the compiler asks for a value that an index within bounds never takes. */
const deRechange = ({ parent }: ts.Node): boolean =>
  ts.isBinaryExpression(parent) &&
  parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
  ts.isElementAccessExpression(parent.left)

/** A number, one more and one less. */
export const nombres = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  if (!ts.isNumericLiteral(noeud) || deRechange(noeud)) return []
  const [debut, fin] = [noeud.getStart(source), noeud.getEnd()]
  const valeur = Number(noeud.getText(source).replaceAll('_', ''))
  const autres = signeDUnOrdre(noeud) ? [valeur - 1] : [valeur + 1, valeur - 1]
  return autres.map((n) => ({ genre: 'nombre', debut, fin, apres: n < 0 ? `(${n})` : String(n) }))
}
