import { readFileSync } from 'node:fs'

/** The sources stay beside the package: the compiled modules read the same files. */
const FEUILLE = new URL(
  import.meta.url.includes('/dist/web/') ? '../../web/styles/tokens.css' : './styles/tokens.css',
  import.meta.url,
)

const DECLARATION = /(--[a-z0-9-]+):\s*([^;]+);/g

let lus: ReadonlyMap<string, string> | undefined

/** The values of the light theme, by name: what a drawing out of any page is coloured with. */
export const jetons = (): ReadonlyMap<string, string> => {
  lus ??= new Map(
    [...(readFileSync(FEUILLE, 'utf8').match(/\[data-theme="light"\] \{[^}]*/)?.[0] ?? '').matchAll(DECLARATION)].map(
      ([, nom = '', valeur = '']) => [nom, valeur.trim()] as const,
    ),
  )
  return lus
}
