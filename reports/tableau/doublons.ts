import type { Doublons, Paire } from '../../metrics/doublons/lire.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

export const COLONNES_PAIRES: readonly ColonneTableau<Paire>[] = [
  { nom: 'groupe', intitule: 'Groupe', type: 'entier' },
  { nom: 'a', intitule: 'Numéro unique', type: 'texte' },
  { nom: 'b', intitule: 'Autre numéro unique', type: 'texte' },
  { nom: 'probabilite', intitule: 'Probabilité', type: 'nombre' },
  { nom: 'cle', intitule: 'Ce qui les rapproche', type: 'texte' },
  { nom: 'deduite', intitule: 'Déduite des autres paires', type: 'booleen' },
]

/** The probable pairs, one row each. */
export const tableauDoublons = ({ paires }: Doublons): Tableau<Paire> => ({
  titre: 'Doublons probables',
  colonnes: COLONNES_PAIRES,
  lignes: paires,
})
