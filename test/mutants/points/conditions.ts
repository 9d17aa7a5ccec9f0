import ts from 'typescript'
import type { Changement } from '../point.ts'

const COMPARAISONS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
}

const LOGIQUE: Readonly<Record<string, string>> = { '&&': '||', '||': '&&' }

/** `a < b ? -1 : 1` orders what is never equal: `<=` would order it the same. */
const estOrdre = ({ parent }: ts.Node): boolean =>
  ts.isConditionalExpression(parent) && / \? -1 : 1$| \? 1 : -1$/.test(parent.getText())

const conditionDe = (noeud: ts.Node): ts.Expression | undefined => {
  if (ts.isConditionalExpression(noeud)) return noeud.condition
  return ts.isIfStatement(noeud) || ts.isWhileStatement(noeud) ? noeud.expression : undefined
}

/** Comparisons turned, conditions denied, « and » for « or », true for false. */
export const conditions = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  const bornes = (n: ts.Node) => ({ debut: n.getStart(source), fin: n.getEnd() })
  const condition = conditionDe(noeud)
  if (condition !== undefined)
    return [{ genre: 'condition', ...bornes(condition), apres: `!(${condition.getText(source)})` }]
  if (ts.isBinaryExpression(noeud)) {
    const operateur = noeud.operatorToken.getText(source)
    const [comparaison, logique] = [COMPARAISONS[operateur], LOGIQUE[operateur]]
    if (comparaison !== undefined && !estOrdre(noeud))
      return [{ genre: 'comparaison', ...bornes(noeud.operatorToken), apres: comparaison }]
    if (logique !== undefined) return [{ genre: 'condition', ...bornes(noeud.operatorToken), apres: logique }]
  }
  if (ts.isPrefixUnaryExpression(noeud) && noeud.operator === ts.SyntaxKind.ExclamationToken)
    return [{ genre: 'condition', ...bornes(noeud), apres: noeud.operand.getText(source) }]
  if (noeud.kind === ts.SyntaxKind.TrueKeyword) return [{ genre: 'condition', ...bornes(noeud), apres: 'false' }]
  return noeud.kind === ts.SyntaxKind.FalseKeyword ? [{ genre: 'condition', ...bornes(noeud), apres: 'true' }] : []
}
