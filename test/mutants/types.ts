import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What the compiler says of a name that nothing uses any more: a change may leave one, and stays a change. */
const INUTILISES = new Set([6133, 6192, 6196, 6198, 7027])

/** Asks the compiler whether a file would still type-check with another text. */
export const verifierTypes = (racine: string): ((fichier: string, texte: string) => boolean) => {
  const lu = ts.readConfigFile(join(racine, 'tsconfig.json'), ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(lu.config, ts.sys, racine)
  const mutes = new Map<string, { texte: string; version: number }>()
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (nom) => String(mutes.get(nom)?.version ?? 0),
    getScriptSnapshot: (nom) => {
      const texte = mutes.get(nom)?.texte ?? ts.sys.readFile(nom)
      return texte === undefined ? undefined : ts.ScriptSnapshot.fromString(texte)
    },
    getCurrentDirectory: () => racine,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  })
  return (fichier, texte) => {
    const nom = join(racine, fichier)
    const poser = (contenu: string) => mutes.set(nom, { texte: contenu, version: (mutes.get(nom)?.version ?? 0) + 1 })
    poser(texte)
    const fautes = [...service.getSyntacticDiagnostics(nom), ...service.getSemanticDiagnostics(nom)]
    poser(readFileSync(nom, 'utf8'))
    return fautes.every(({ code }) => INUTILISES.has(code))
  }
}
