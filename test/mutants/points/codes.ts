import ts from 'typescript'
import { NIVEAUX } from '../../../metrics/resultat.ts'
import { ROLES } from '../../../server/acces/roles.ts'
import type { Changement } from '../point.ts'

const LISTES: readonly (readonly string[])[] = [ROLES, NIVEAUX]

/** The code that follows in its list; for any other code, one that nothing knows. */
export const voisin = (code: string): string | undefined => {
  const liste = LISTES.find((codes) => codes.includes(code))
  if (liste !== undefined) return liste[(liste.indexOf(code) + 1) % liste.length]
  return /^[A-Z][A-Z0-9_]+$/.test(code) ? `${code}_X` : undefined
}

/** A text's repetitions (`{9}`, `{16,20}`), one more and one less. */
export const repetitions = (texte: string, debut: number): Changement[] =>
  [...texte.matchAll(/\{(\d+)(?:,(\d+))?\}/g)].flatMap((trouve) =>
    [...trouve[0].matchAll(/\d+/g)].flatMap((nombre) => {
      const ou = debut + trouve.index + nombre.index
      return [1, -1].map((pas) => ({
        genre: 'motif de texte' as const,
        debut: ou,
        fin: ou + nombre[0].length,
        apres: String(Number(nombre[0]) + pas),
      }))
    }),
  )

/** A code for its neighbour, a pattern's counts. */
export const codes = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  if (!ts.isStringLiteral(noeud) || ts.isArrayLiteralExpression(noeud.parent)) return []
  if (ts.isPropertyAssignment(noeud.parent) && noeud.parent.name === noeud) return []
  // `const PUBLIC = 'PUBLIC'`: a name that stands for itself, whatever it is.
  if (ts.isVariableDeclaration(noeud.parent) && noeud.parent.name.getText(source) === noeud.text) return []
  const [debut, fin] = [noeud.getStart(source), noeud.getEnd()]
  const autre = voisin(noeud.text)
  if (autre !== undefined) return [{ genre: 'code', debut, fin, apres: `'${autre}'` }]
  return repetitions(noeud.getText(source), debut)
}
