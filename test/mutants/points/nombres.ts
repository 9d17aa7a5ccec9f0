import ts from 'typescript'
import type { Changement } from '../point.ts'

/** A number, one more and one less. */
export const nombres = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  if (!ts.isNumericLiteral(noeud)) return []
  const [debut, fin] = [noeud.getStart(source), noeud.getEnd()]
  const valeur = Number(noeud.getText(source).replaceAll('_', ''))
  return [valeur + 1, valeur - 1].map((n) => ({ genre: 'nombre', debut, fin, apres: n < 0 ? `(${n})` : String(n) }))
}
