import type { Contexte } from './contexte.ts'

/** A page to go back to, with the choices that it was shown with. */
export interface Origine {
  readonly libelle: string
  readonly chemin: string
  readonly parametres: Readonly<Record<string, string>>
}

/** The page shown and its choices, but its territory and its month, which every link has. */
export const direOrigine = ({ chemin, requete }: Contexte): string => {
  const choix = new URLSearchParams({ ...requete })
  for (const nom of ['territoire', 'mois', 'de', 'fait']) choix.delete(nom)
  const texte = choix.toString()
  return texte === '' ? chemin : `${chemin}?${texte}`
}

const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^\/$/, 'Accueil'],
  [/^\/guichets$/, 'Suivi des guichets'],
  [/^\/indicateurs$/, 'Indicateurs'],
  [/^\/attributions$/, 'Attributions'],
]

/**
 * The page that an address says one came from; null where it is none of those that lead to lists. `noms`: what the pages of
 * a guichet or an indicator are called, by their path.
 */
export const lireOrigine = (de: string | undefined, noms: Readonly<Record<string, string>>): Origine | null => {
  const [chemin = '', requete = ''] = (de ?? '').split('?')
  const libelle = Object.hasOwn(noms, chemin) ? noms[chemin] : PAGES.find(([forme]) => forme.test(chemin))?.[1]
  return libelle === undefined
    ? null
    : { libelle, chemin, parametres: Object.fromEntries(new URLSearchParams(requete)) }
}
