import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

interface Departement {
  readonly code: string
  readonly nom: string
}

let noms: ReadonlyMap<string, string> | undefined

const readNoms = (): ReadonlyMap<string, string> => {
  const chemin = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/departements.json')
  const departements = JSON.parse(readFileSync(chemin, 'utf8')) as Departement[]
  return new Map(departements.map(({ code, nom }) => [code.padStart(3, '0'), nom]))
}

/** « Bouches-du-Rhône »; the code where it is no département's. */
export const libelleTerritoire = (code: string): string => {
  noms ??= readNoms()
  return noms.get(code) ?? code
}
