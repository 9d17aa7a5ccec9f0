import type { Guichet } from '../../ingest/store/guichet.ts'
import type { LigneAffichee } from '../affichee.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { colonnes, readFiltres } from './filtres-matrice.ts'
import { buildMatrice } from './matrice.ts'

/** A guichet among those that a person sees, in the order in which the matrix first shows them. */
export interface Voisins {
  /** From 1. */
  readonly rang: number
  readonly total: number
  readonly precedent: Guichet | null
  readonly suivant: Guichet | null
}

/** Who comes before and after a guichet by gravity; null where it is alone, or not among them. */
export const trouverVoisins = (
  code: string,
  guichets: readonly Guichet[],
  indicateurs: readonly FicheIndicateur[],
  lignes: readonly LigneAffichee[],
): Voisins | null => {
  const filtres = readFiltres({})
  const rangees = buildMatrice(
    {
      colonnes: colonnes(indicateurs, filtres.indicateurs),
      guichets,
      lignes: lignes.filter(({ niveau }) => niveau === 'GUICHET'),
      historique: { mois: [], series: [] },
    },
    filtres,
  )
  const place = rangees.findIndex(({ guichet }) => guichet.code === code)
  if (place < 0 || rangees.length < 2) return null
  return {
    rang: place + 1,
    total: rangees.length,
    precedent: rangees[place - 1]?.guichet ?? null,
    suivant: rangees[place + 1]?.guichet ?? null,
  }
}
