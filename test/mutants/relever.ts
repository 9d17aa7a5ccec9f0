import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { appliquer, type Changement, type Point } from './point.ts'
import { codes } from './points/codes.ts'
import { conditions } from './points/conditions.ts'
import { listes, listesNommees } from './points/listes.ts'
import { nombres } from './points/nombres.ts'
import { requetes } from './points/requetes.ts'
import { vocabulaire } from './points/vocabulaire.ts'

const FAMILLES = [nombres, conditions, codes, listes, listesNommees, vocabulaire, requetes] as const

/** Properties that hold words and the order of columns on a page: no rule stands in them. */
const TEXTES = new Set(['libelle', 'definition', 'source', 'mots', 'pourquoi', 'correction', 'liste'])

/** Constants of patience and of size: one more or one less changes how long something takes, and nothing else. */
const PATIENCE = new Set(['ESSAIS', 'ATTENTES', 'ATTENTE_MS', 'NOMBRES_PAR_BLOC', 'BLOCS_DE_PLUS', 'LOT'])

/** `essai < ESSAIS`, and where a loop that is patient begins and how it goes on. */
const borneDePatience = (noeud: ts.Node): boolean => {
  if (ts.isBinaryExpression(noeud) && noeud.operatorToken.kind === ts.SyntaxKind.LessThanToken)
    return PATIENCE.has(noeud.right.getText())
  const { parent } = noeud
  if (parent === undefined || !ts.isForStatement(parent)) return false
  const patiente = [...PATIENCE].some((nom) => new RegExp(`\\b${nom}\\b`).test(parent.getText()))
  return patiente && (noeud === parent.initializer || noeud === parent.incrementor)
}

const sansRegle = (noeud: ts.Node): boolean =>
  ts.isImportDeclaration(noeud) ||
  ts.isTypeNode(noeud) ||
  ts.isTypeAliasDeclaration(noeud) ||
  ts.isInterfaceDeclaration(noeud) ||
  borneDePatience(noeud) ||
  (ts.isVariableDeclaration(noeud) && PATIENCE.has(noeud.name.getText())) ||
  (ts.isPropertyAssignment(noeud) && TEXTES.has(noeud.name.getText()))

const changementsDe = (noeud: ts.Node, source: ts.SourceFile): Changement[] => {
  if (sansRegle(noeud)) return []
  const dedans: Changement[] = []
  ts.forEachChild(noeud, (enfant) => {
    dedans.push(...changementsDe(enfant, source))
  })
  return [...FAMILLES.flatMap((famille) => famille(noeud, source)), ...dedans]
}

/** Every point of a source text, in the order of the text. */
export const pointsDe = (fichier: string, texte: string): Point[] => {
  const source = ts.createSourceFile(fichier, texte, ts.ScriptTarget.ES2023, true)
  return changementsDe(source, source)
    .filter((changement) => appliquer(texte, changement) !== texte)
    .map((changement) => ({
      ...changement,
      fichier,
      ligne: source.getLineAndCharacterOfPosition(changement.debut).line + 1,
      avant: texte.slice(changement.debut, changement.fin),
    }))
    .sort((a, b) => a.debut - b.debut || a.fin - b.fin || (a.apres < b.apres ? -1 : 1))
}

/** The points of a folder's files, or of one file, sorted by name. */
export const relever = (racine: string, dossier: string): Point[] =>
  (dossier.endsWith('.ts')
    ? [join(racine, dossier)]
    : readdirSync(join(racine, dossier), { recursive: true, withFileTypes: true })
        .filter((entree) => entree.isFile() && entree.name.endsWith('.ts'))
        .map((entree) => join(entree.parentPath, entree.name))
  )
    .map((chemin) => relative(racine, chemin))
    .sort()
    .flatMap((fichier) => pointsDe(fichier, readFileSync(join(racine, fichier), 'utf8')))
