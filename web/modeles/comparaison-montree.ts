import type { Guichet } from '../../ingest/store/guichet.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { avecEtatPropre, type LigneAffichee } from '../affichee.ts'
import type { Contexte } from '../contexte.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { type Compare, chooseDouzeMois, findChoisi, listCompares } from './comparaison.ts'

/** One indicator's rows, every level, and who the reader sees. */
export interface SourcesComparaison {
  readonly fiche: FicheIndicateur
  readonly guichets: readonly Guichet[]
  /** Of the month as shown, of the month alone, of the twelve months ending with it. */
  readonly lignes: readonly LigneAffichee[]
  readonly lignesDuMois: readonly LigneIndicateur[]
  readonly lignesDeLAnnee: readonly LigneIndicateur[]
}

export interface ComparaisonMontree {
  /** Every entity, as the month shows it. */
  readonly compares: readonly Compare[]
  /** The same over the period that is drawn. */
  readonly dessines: readonly Compare[]
  readonly surDouzeMois: boolean
  /** The one that the address puts forward. */
  readonly choisi: Compare | null
}

/** What an address compares, by its `sur` (1 for the month, 12 for twelve) and its `guichet`. */
export const comparaisonMontree = (
  { requete }: Pick<Contexte, 'requete'>,
  { fiche, guichets, ...sources }: SourcesComparaison,
): ComparaisonMontree => {
  const compares = listCompares(fiche, sources.lignes, guichets)
  const surDouzeMois = chooseDouzeMois(compares, requete.sur)
  const lignes = surDouzeMois ? sources.lignesDeLAnnee : sources.lignesDuMois
  const dessines = listCompares(fiche, avecEtatPropre(lignes), guichets)
  return { compares, dessines, surDouzeMois, choisi: findChoisi(dessines, requete.guichet) }
}
