import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DOSSIER = join(import.meta.dirname, '../../../../shared/vectors')

export const SANS_VECTEURS = !existsSync(DOSSIER)

/** Says in the title why a test was skipped. */
export const titre = (phrase: string): string =>
  SANS_VECTEURS ? `${phrase} (ignoré : ../shared/vectors est absent)` : phrase

const cellules = (ligne: string): string[] =>
  [...ligne.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? '')

/** Rows of a published file, by column name; none when the folder is absent. */
export const lire = (fichier: string): ((colonne: string) => string)[] => {
  if (SANS_VECTEURS) return []
  const [entete = '', ...lignes] = readFileSync(join(DOSSIER, fichier), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const colonnes = cellules(entete)
  return lignes.map(cellules).map((ligne) => (colonne) => {
    const i = colonnes.indexOf(colonne)
    if (i < 0) throw new Error(`${fichier} : pas de colonne ${colonne}`)
    return ligne[i] ?? ''
  })
}

/** How far a right answer may be from a printed number: 1e-9, or half its last printed digit where that is more. */
const tolerance = (imprime: string): number => {
  const decimales = /\.(\d+)$/.exec(imprime)?.[1] ?? ''
  return /^0*$/.test(decimales) ? 1e-9 : Math.max(1e-9, 0.5001 * 10 ** -decimales.length)
}

/** The intervals that R publishes by a method, and how far ours are from them at most. */
export const ecartsAR = (
  methode: string,
  intervalle: (k: number, n: number) => { readonly bas: number; readonly haut: number } | null,
): { readonly ecart: number; readonly tolere: number }[] =>
  lire('statsmodels_res_binom.csv')
    .filter((ligne) => ligne('method') === methode)
    .map((ligne) => {
      const ic = intervalle(Number(ligne('count')), Number(ligne('nobs')))
      return [
        [ic?.bas, ligne('ci_low')],
        [ic?.haut, ligne('ci_upp')],
      ] as const
    })
    .flatMap((bornes) =>
      bornes.map(([borne, imprime]) => ({
        ecart: Math.abs((borne ?? Number.NaN) - Number(imprime)),
        tolere: tolerance(imprime),
      })),
    )
