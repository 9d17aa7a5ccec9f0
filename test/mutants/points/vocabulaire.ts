import ts from 'typescript'
import type { Changement } from '../point.ts'

const ECHANGES: Readonly<Record<string, string>> = {
  inferieur: 'auPlusTard',
  auPlusTard: 'inferieur',
  superieur: 'auMoins',
  auMoins: 'superieur',
  et: 'ou',
  ou: 'et',
  connu: 'inconnu',
  inconnu: 'connu',
  egal: 'different',
  different: 'egal',
}

const importDuVocabulaire = (source: ts.SourceFile): { chemin: string; noms: readonly string[] } | undefined => {
  for (const instruction of source.statements) {
    if (!ts.isImportDeclaration(instruction) || !ts.isStringLiteral(instruction.moduleSpecifier)) continue
    const chemin = instruction.moduleSpecifier.text
    const liaisons = instruction.importClause?.namedBindings
    if (/(^|\/)sql\.ts$/.test(chemin) && liaisons !== undefined && ts.isNamedImports(liaisons))
      return { chemin, noms: liaisons.elements.map(({ name }) => name.text) }
  }
  return undefined
}

/** A word of the indicators' vocabulary for its neighbour, a negation less. */
export const vocabulaire = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  if (!ts.isCallExpression(noeud) || !ts.isIdentifier(noeud.expression)) return []
  const mots = importDuVocabulaire(source)
  const mot = noeud.expression.text
  if (mots === undefined || !mots.noms.includes(mot)) return []
  const debut = noeud.getStart(source)
  const [argument] = noeud.arguments
  if (mot === 'non' && argument !== undefined)
    return [{ genre: 'vocabulaire', debut, fin: noeud.getEnd(), apres: argument.getText(source) }]
  const apres = ECHANGES[mot]
  if (apres === undefined) return []
  const ajout = mots.noms.includes(apres) ? {} : { ajout: `import { ${apres} } from '${mots.chemin}'` }
  return [{ genre: 'vocabulaire', debut, fin: noeud.expression.getEnd(), apres, ...ajout }]
}
