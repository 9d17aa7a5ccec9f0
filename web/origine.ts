import type { Contexte } from './contexte.ts'
import { nomDuSuivi } from './modeles/menu.ts'

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

/** The pages that lead to lists, as whoever reads them calls them. */
const pagesDe = (contexte: Contexte): Readonly<Record<string, string>> => ({
  '/': 'Accueil',
  '/guichets': nomDuSuivi(contexte),
  '/indicateurs': 'Indicateurs',
  '/attributions': 'Attributions',
})

/**
 * The page that an address says one came from; null where it is none of those that lead to lists. `noms`: what the pages of
 * a guichet or an indicator are called, by their path.
 */
export const lireOrigine = (contexte: Contexte, noms: Readonly<Record<string, string>>): Origine | null => {
  const [chemin = '', requete = ''] = (contexte.requete.de ?? '').split('?')
  const connues = { ...pagesDe(contexte), ...noms }
  const libelle = Object.hasOwn(connues, chemin) ? connues[chemin] : undefined
  return libelle === undefined
    ? null
    : { libelle, chemin, parametres: Object.fromEntries(new URLSearchParams(requete)) }
}
