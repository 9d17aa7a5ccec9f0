import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { lieuxDe } from '../../../ingest/socle/sql/table.ts'
import { LIEUX_DES_FICHIERS } from '../../../ingest/store/lieux-des-numeros.ts'
import { TABLES_DES_MESURES } from '../../../metrics/tables.ts'
import { LIEUX_DE_L_APPLICATION } from '../../../server/state/purger-numeros.ts'
import { LECTEURS } from './lecteurs.ts'

const racine = resolve(import.meta.dirname, '../../..')

/** What reads numbers and gives none: computing, counting, erasing, and the copy that the door alone asks for. */
const SANS_EN_DONNER: Readonly<Record<string, readonly string[]>> = {
  'server/services/charger.ts': ['lirePairesDisculpees'],
  'server/services/constater-demarches.ts': ['lireDemarches', 'lireDemandesChangees'],
  'server/services/demonstration/demarches.ts': ['lireDemarches', 'listerExemples'],
  'server/services/demonstration/vivre.ts': ['lireDemarches'],
  // Asks which territories keep habilitations: it reads no line of them.
  'server/services/habilitations/expirer.ts': [],
  'server/services/verifier.ts': ['parquetSql'],
  'server/services/copie-menage.ts': ['parquetSql', 'lireEcrits'],
  'server/remise/comparer.ts': ['parquetSql'],
  'server/remise/ecrire-tables.ts': ['parquetSql'],
  'server/remise/remettre.ts': ['parquetSql'],
  'server/remise/reprendre-tables.ts': ['parquetSql'],
  'server/remise/verifier-remise.ts': ['lireDossier'],
  'server/remise/refaire-copie.ts': ['disculpeesDe'],
  'server/remise/comparer-dossiers.ts': ['lireDossier', 'lireRemises'],
}

/** Modules that name numbers and give none to who calls them. */
const MUETS: readonly string[] = [
  'ingest/store/base.ts',
  'ingest/store/lieux-des-numeros.ts',
  'ingest/store/purger.ts',
  'metrics/doublons/rechercher.ts',
  'metrics/engine/etape.ts',
  'metrics/registry.ts',
]

const PORTE = 'server/acces/porte/'

const fichiers = (dossier: string): string[] =>
  readdirSync(join(racine, dossier), { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile() && /\.tsx?$/.test(entree.name))
    .map((entree) => relative(racine, join(entree.parentPath, entree.name)))

const arbreDe = (fichier: string) =>
  ts.createSourceFile(fichier, readFileSync(join(racine, fichier), 'utf8'), ts.ScriptTarget.Latest, true)

interface Pris {
  readonly de: string
  readonly vers: string
  /** `*` for a whole module. */
  readonly nom: string
}

/** What Kysely's builder names a table with, as SQL says it. */
const MOTS_DU_CONSTRUCTEUR: Readonly<Record<string, string>> = {
  selectFrom: 'FROM',
  deleteFrom: 'FROM',
  innerJoin: 'JOIN',
  leftJoin: 'JOIN',
  rightJoin: 'JOIN',
  fullJoin: 'JOIN',
}

const motDe = (noeud: ts.Expression): string => (ts.isStringLiteralLike(noeud) ? noeud.text : '')

const versDe = (de: string, texte: string): string => relative(racine, resolve(racine, dirname(de), texte))

/** The values that a declaration takes from another module: types are none. */
const nomsPris = (noeud: ts.ImportDeclaration | ts.ExportDeclaration): string[] => {
  if (ts.isExportDeclaration(noeud)) {
    if (noeud.isTypeOnly) return []
    const { exportClause } = noeud
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) return ['*']
    return exportClause.elements.filter((e) => !e.isTypeOnly).map((e) => (e.propertyName ?? e.name).text)
  }
  const clause = noeud.importClause
  if (clause === undefined || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return []
  const { namedBindings } = clause
  if (namedBindings === undefined || ts.isNamespaceImport(namedBindings)) return ['*']
  return namedBindings.elements.filter((e) => !e.isTypeOnly).map((e) => (e.propertyName ?? e.name).text)
}

const prisPar = (de: string): Pris[] => {
  const pris: Pris[] = []
  const prendre = (texte: string, noms: readonly string[]) => {
    if (texte.startsWith('.')) for (const nom of noms) pris.push({ de, vers: versDe(de, texte), nom })
  }
  const visiter = (noeud: ts.Node): void => {
    const declaration = ts.isImportDeclaration(noeud) || ts.isExportDeclaration(noeud)
    if (declaration && noeud.moduleSpecifier && ts.isStringLiteral(noeud.moduleSpecifier))
      prendre(noeud.moduleSpecifier.text, nomsPris(noeud))
    if (ts.isCallExpression(noeud) && noeud.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [module] = noeud.arguments
      if (module !== undefined && ts.isStringLiteral(module)) prendre(module.text, ['*'])
    }
    ts.forEachChild(noeud, visiter)
  }
  visiter(arbreDe(de))
  return pris
}

const dehors = ['server', 'web', 'reports'].flatMap(fichiers).filter((fichier) => !fichier.startsWith(PORTE))
const pris = dehors.flatMap(prisPar)

describe('la porte', () => {
  it('est seule à importer ce qui lit des numéros ou des noms', () => {
    expect(pris.length).toBeGreaterThan(500)
    const fautes = pris.filter(
      ({ de, vers, nom }) =>
        LECTEURS[vers] !== undefined &&
        (nom === '*' || LECTEURS[vers].includes(nom)) &&
        !SANS_EN_DONNER[de]?.includes(nom),
    )
    expect(fautes).toEqual([])
  })

  it('importe elle-même tout ce qui en montre', () => {
    const siens = fichiers('server/acces/porte').flatMap(prisPar)
    const montres = [
      'listerEnregistrements',
      'signaleesSql',
      'lireForcages',
      'lireDoublons',
      'readIdentites',
      'lireCopie',
    ]
    expect(montres.filter((nom) => !siens.some((s) => s.nom === nom))).toEqual([])
  })

  it.each(Object.entries(LECTEURS))('la liste des lecteurs de %s est celle de ses exports', (module, noms) => {
    const texte = readFileSync(join(racine, module), 'utf8')
    expect(noms.filter((nom) => !new RegExp(`export (const|async function\\*) ${nom}\\b`).test(texte))).toEqual([])
  })

  it('aucun module qui nomme des numéros n’est lu d’ailleurs sans être de la liste', () => {
    const nomme = (module: string) => /numero_unique/.test(readFileSync(join(racine, module), 'utf8'))
    const modules = new Set(pris.map(({ vers }) => vers).filter((vers) => /^(metrics|ingest\/store)\//.test(vers)))
    const inconnus = [...modules].filter(
      (module) => nomme(module) && LECTEURS[module] === undefined && !MUETS.includes(module),
    )
    expect(modules.size).toBeGreaterThan(20)
    expect(inconnus).toEqual([])
  })

  it('aucune requête écrite ailleurs ne nomme une table, une vue ou un dossier qui tient des numéros', () => {
    const tables = [
      ...[...lieuxDe(TABLES_DES_MESURES), ...LIEUX_DES_FICHIERS, ...LIEUX_DE_L_APPLICATION].map(({ lieu }) => lieu),
      'demandes_courantes',
      'demandes_versions',
    ]
    const nomme = new RegExp(`\\b(FROM|JOIN)\\s+(${[...new Set(tables)].join('|')})\\b`)
    const admis = (fichier: string) => /^server\/(sauvegarde|remise|state)\//.test(fichier) || SANS_EN_DONNER[fichier]
    const requetes = (fichier: string): string[] => {
      const trouvees: string[] = []
      const visiter = (noeud: ts.Node): void => {
        if (ts.isTaggedTemplateExpression(noeud)) trouvees.push(noeud.template.getText())
        if (ts.isCallExpression(noeud) && ts.isPropertyAccessExpression(noeud.expression) && noeud.arguments[0])
          trouvees.push(`${MOTS_DU_CONSTRUCTEUR[noeud.expression.name.text] ?? ''} ${motDe(noeud.arguments[0])}`)
        ts.forEachChild(noeud, visiter)
      }
      visiter(arbreDe(fichier))
      return trouvees
    }
    const lues = dehors.filter((fichier) => !admis(fichier)).map((fichier) => [fichier, requetes(fichier)] as const)
    expect(lues.flatMap(([, textes]) => textes).length).toBeGreaterThan(5)
    expect(lues.filter(([, textes]) => textes.some((texte) => nomme.test(texte))).map(([fichier]) => fichier)).toEqual(
      [],
    )
  })

  it('ne rend aucune connexion, et personne d’autre n’en ouvre pour une page', () => {
    const ouvre = (fichier: string) => /\.connect\(\)/.test(readFileSync(join(racine, fichier), 'utf8'))
    const siens = dehors.filter((fichier) => /^server\/(?!sauvegarde\/|remise\/)/.test(fichier))
    // The process of a free query opens an engine of its own, on a copy that the door has written; the reader of a list
    // of agents opens one in memory, on the file that was sent.
    expect(siens.filter(ouvre).toSorted()).toEqual([
      'server/requetes/enfant/executer.ts',
      'server/services/doublons.ts',
      'server/services/habilitations/lire-fichier.ts',
      'server/services/seuils.ts',
    ])
    const rendues = fichiers('server/acces/porte').flatMap((fichier) =>
      arbreDe(fichier).statements.filter(
        (noeud) =>
          ts.canHaveModifiers(noeud) &&
          ts.getModifiers(noeud)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
          /DuckDBConnection/.test(noeud.getText()),
      ),
    )
    expect(rendues).toHaveLength(0)
  })
})
