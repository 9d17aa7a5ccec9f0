import ts from 'typescript'
import { ROLES } from '../../../server/acces/roles.ts'
import type { Changement } from '../point.ts'

const estTexte = (noeud: ts.Node): boolean => ts.isStringLiteral(noeud) || ts.isSpreadElement(noeud)

/** Lists of codes: an element less; for lists of roles, a role more. */
export const listes = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  if (!ts.isArrayLiteralExpression(noeud) || noeud.elements.length === 0 || !noeud.elements.every(estTexte)) return []
  const textes = noeud.elements.map((element) => element.getText(source))
  const noms = noeud.elements.map((element) => (ts.isStringLiteral(element) ? element.text : ''))
  const roles = noms.every((nom) => (ROLES as readonly string[]).includes(nom))
  const genre = roles ? 'rôle' : 'liste'
  const [debut, fin] = [noeud.getStart(source), noeud.getEnd()]
  const changer = (reste: readonly string[]): Changement => ({ genre, debut, fin, apres: `[${reste.join(', ')}]` })
  return [
    ...textes.map((_, i) => changer(textes.toSpliced(i, 1))),
    ...(roles ? ROLES.filter((role) => !noms.includes(role)).map((role) => changer([...textes, `'${role}'`])) : []),
  ]
}

/** The file's own lists of roles, by name. */
const nomsDeListes = (source: ts.SourceFile): string[] =>
  source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .filter(({ type }) => type?.getText(source) === 'readonly Role[]')
    .map(({ name }) => name.getText(source))

/** A named list of roles for the next one of its file. */
export const listesNommees = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  if (!ts.isPropertyAssignment(noeud) || !ts.isIdentifier(noeud.initializer)) return []
  const noms = nomsDeListes(source)
  const rang = noms.indexOf(noeud.initializer.text)
  const apres = noms[(rang + 1) % noms.length]
  if (rang < 0 || apres === undefined) return []
  return [{ genre: 'rôle', debut: noeud.initializer.getStart(source), fin: noeud.initializer.getEnd(), apres }]
}
