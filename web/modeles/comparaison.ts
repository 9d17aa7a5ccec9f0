import type { Guichet } from '../../ingest/store/guichet.ts'
import type { LigneAffichee } from '../affichee.ts'
import { listCategories } from '../categories.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { niveauJuge } from './alertes.ts'

/** An entity of the indicator's table: its row, and what the register says of it. */
export interface Compare {
  readonly ligne: LigneAffichee
  readonly categorie: string | null
}

/** Entities of the lowest level the indicator has, and the person sees: guichets, else services. */
export const listCompares = (
  fiche: FicheIndicateur,
  lignes: readonly LigneAffichee[],
  guichets: readonly Guichet[],
): Compare[] => {
  const niveau = fiche.niveaux.includes('GUICHET') ? niveauJuge(lignes) : 'SERVICE'
  const parCode = new Map<string, string | null>()
  for (const { code, service_code, categorie } of guichets)
    parCode.set(niveau === 'GUICHET' ? code : (service_code ?? code), categorie)
  return lignes
    .filter((l) => l.niveau === niveau)
    .map((ligne) => ({ ligne, categorie: parCode.get(ligne.entite) ?? null }))
}

/** Entities with a value worth drawing: something to count, and a category to be compared in. */
export const dessinables = (compares: readonly Compare[]): Compare[] =>
  compares.filter(
    ({ ligne, categorie }) => categorie !== null && ligne.valeur !== null && ligne.statut_affiche !== 'SANS_OBJET',
  )

/** The entity that the address puts forward, where it has a point. */
export const findChoisi = (compares: readonly Compare[], code: string | undefined): Compare | null =>
  dessinables(compares).find(({ ligne }) => ligne.entite === code) ?? null

/** Categories with enough entities for a chart, in the order of the contract. */
export const categoriesDessinables = (compares: readonly Compare[], minimum = 3): string[] => {
  const presents = dessinables(compares)
  return listCategories(presents.map(({ categorie }) => categorie)).filter(
    (code) => presents.filter(({ categorie }) => categorie === code).length >= minimum,
  )
}

/** Whether twelve months are compared: as asked for, else where they, rather than the month, make most of the states. */
export const chooseDouzeMois = (compares: readonly Compare[], demande: string | undefined): boolean => {
  if (demande === '1' || demande === '12') return demande === '12'
  const etats = dessinables(compares).filter(({ ligne }) => ligne.statut_affiche !== 'NON_SIGNIFICATIF')
  return etats.filter(({ ligne }) => ligne.surDouzeMois).length * 2 > etats.length
}

/** The category asked for, else the one with most alerts, else the largest. */
export const chooseCategorie = (compares: readonly Compare[], demandee: string | undefined): string | null => {
  const codes = categoriesDessinables(compares)
  if (demandee && codes.includes(demandee)) return demandee
  const poids = (code: string): number => {
    const siens = dessinables(compares).filter(({ categorie }) => categorie === code)
    return 1000 * siens.filter(({ ligne }) => ligne.statut_affiche === 'ALERTE').length + siens.length
  }
  return codes.toSorted((a, b) => poids(b) - poids(a))[0] ?? null
}
