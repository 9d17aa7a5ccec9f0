import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const findRoot = (start: string): string => {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error(`Aucun package.json au-dessus de ${start}`)
  }
}

const racine = findRoot(dirname(fileURLToPath(import.meta.url)))

/** The path of a file of the source tree, whether this runs from the sources or compiled. */
export const resource = (chemin: string): string => join(racine, chemin)
