import type { LigneSerieConsolidee } from '../../metrics/serie.ts'
import type { ColonneTableau } from './tableau.ts'

/** A monthly series with its limits and signals. */
export const COLONNES_SERIE: readonly ColonneTableau<LigneSerieConsolidee>[] = [
  { nom: 'mois', intitule: 'Mois', type: 'texte' },
  { nom: 'valeur', intitule: 'Valeur', type: 'nombre' },
  { nom: 'n', intitule: 'Effectif', type: 'entier' },
  { nom: 'moyenne', intitule: 'Moyenne', type: 'nombre' },
  { nom: 'limite_basse', intitule: 'Limite basse', type: 'nombre' },
  { nom: 'limite_haute', intitule: 'Limite haute', type: 'nombre' },
  { nom: 'signal', intitule: 'Signal', type: 'texte' },
  { nom: 'provisoire', intitule: 'Limites provisoires', type: 'booleen' },
  { nom: 'en_cours', intitule: 'Mois en cours', type: 'booleen' },
  { nom: 'consolide', intitule: 'Consolidé', type: 'nombre' },
]
