import { dansPhrase } from '../ingest/socle/francais/phrase.ts'

/** Category of a guichet: the word for one, the word for several. */
const CATEGORIES: Readonly<Record<string, readonly [string, string]>> = {
  BAILLEUR: ['Bailleur', 'Bailleurs'],
  COMMUNE: ['Commune', 'Communes'],
  EPCI: ['EPCI', 'EPCI'],
  DEPARTEMENT: ['Département', 'Départements'],
  ETAT: ['État', 'État'],
  ACTION_LOGEMENT: ['Action Logement', 'Action Logement'],
  EMPLOYEUR: ['Employeur', 'Employeurs'],
  SIAO: ['SIAO', 'SIAO'],
  AUTRE_RESERVATAIRE: ['Autre réservataire', 'Autres réservataires'],
  PORTAIL: ['Portail', 'Portail'],
  GESTIONNAIRE: ['Gestionnaire', 'Gestionnaire'],
  /** Those of too few services, told as one to whoever is not told which services are which. */
  AUTRES: ['Autres catégories', 'Autres catégories'],
}

export const nomCategorie = (code: string | null): string =>
  code === null ? 'Hors registre' : (CATEGORIES[code]?.[0] ?? code)

export const nomsCategorie = (code: string | null): string =>
  code === null ? 'Hors registre' : (CATEGORIES[code]?.[1] ?? code)

/** « parmi les communes », « chez Action Logement »: where the guichets of a category are. */
export const parmiCategorie = (code: string): string => {
  if (code === 'ACTION_LOGEMENT') return 'chez Action Logement'
  if (code === 'ETAT') return 'dans les services de l’État'
  return `parmi les ${dansPhrase(nomsCategorie(code))}`
}

const ORDRE = Object.keys(CATEGORIES)

const rang = (code: string): number => (ORDRE.includes(code) ? ORDRE.indexOf(code) : ORDRE.length)

/** Categories present, in the order of the contract. */
export const listCategories = (codes: Iterable<string | null>): string[] =>
  [...new Set(codes)].filter((code) => code !== null).sort((a, b) => rang(a) - rang(b) || (a < b ? -1 : 1))
