import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { DOSSIERS, ECARTES } from './dossiers.ts'

/** What runs the compiled command line: a mutant is not in it. */
const LANCEUR = 'test/server/cli/aide.ts'

const importsDe = (chemin: string): string[] =>
  ts
    .preProcessFile(readFileSync(chemin, 'utf8'), true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => resolve(dirname(chemin), fileName))
    .filter((importe) => /\.tsx?$/.test(importe) && existsSync(importe))

/** Everything a file imports, from near and far. */
const atteints = (depart: string): ReadonlySet<string> => {
  const vus = new Set([depart])
  for (const chemin of vus) for (const importe of importsDe(chemin)) vus.add(importe)
  return vus
}

const fichiersDe = (chemin: string): string[] => {
  if (!existsSync(chemin)) return []
  if (statSync(chemin).isFile()) return [chemin]
  return readdirSync(chemin, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile() && /\.test\.tsx?$/.test(entree.name))
    .map((entree) => join(entree.parentPath, entree.name))
    .sort()
}

/** For a source file, the test files that may kill its mutants, nearest first. */
export const chercherEssais = (racine: string): ((fichier: string) => string[]) => {
  const tests = join(racine, 'test')
  const graphe = new Map<string, ReadonlySet<string>>()
  const voit = (essai: string, fichier: string): boolean => {
    const vus = graphe.get(essai) ?? atteints(essai)
    graphe.set(essai, vus)
    return vus.has(join(racine, fichier))
  }
  const permis = (essai: string) =>
    !ECARTES.some((ecarte) => relative(tests, essai).startsWith(ecarte)) && !voit(essai, LANCEUR)
  return (fichier) => {
    const declares = DOSSIERS.find(({ dossier }) => fichier.startsWith(`${dossier}/`))?.essais ?? []
    const siens = fichiersDe(tests).filter(
      (essai) => basename(essai).replace(/\.test\.tsx?$/, '.ts') === basename(fichier),
    )
    const proches = [...siens, ...declares.flatMap((chemin) => fichiersDe(join(tests, chemin)))]
    return [...new Set(proches)]
      .filter((essai) => permis(essai) && voit(essai, fichier))
      .map((essai) => relative(racine, essai))
  }
}
