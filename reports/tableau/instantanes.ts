import type { Instantane } from '../../ingest/store/instantanes.ts'
import type { ColonneTableau } from './tableau.ts'

/** A loaded snapshot as it is told. */
export type LigneInstantane = Pick<
  Instantane,
  'territoire' | 'date' | 'source' | 'synthetique' | 'demandes' | 'importe_le' | 'empreintes' | 'clos'
>

export const COLONNES_INSTANTANES: readonly ColonneTableau<LigneInstantane>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'date', intitule: 'Date', type: 'jour' },
  { nom: 'source', intitule: 'Source', type: 'texte' },
  { nom: 'synthetique', intitule: 'Données fictives', type: 'booleen' },
  { nom: 'demandes', intitule: 'Demandes', type: 'entier' },
  { nom: 'importe_le', intitule: 'Importé le', type: 'texte' },
  { nom: 'empreintes', intitule: 'Empreintes', type: 'json' },
  { nom: 'clos', intitule: 'Clos', type: 'booleen' },
]
