import type { ForcagesGuichet } from '../../metrics/forcages/lire.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

/** Forcing at a guichet as it is written: its numbers as one text. */
export type LigneForcages = Omit<ForcagesGuichet, 'demandes'> & { readonly numeros: string }

export const COLONNES_FORCAGES: readonly ColonneTableau<LigneForcages>[] = [
  { nom: 'guichet', intitule: 'Guichet', type: 'texte' },
  { nom: 'libelle', intitule: 'Libellé', type: 'texte' },
  { nom: 'enregistrements', intitule: 'Enregistrements', type: 'entier' },
  { nom: 'forces', intitule: 'Forcés', type: 'entier' },
  { nom: 'part', intitule: 'Part de forcés', type: 'part' },
  { nom: 'injustifies', intitule: 'Forçages injustifiés', type: 'entier' },
  { nom: 'part_injustifies', intitule: 'Part d’injustifiés', type: 'part' },
  { nom: 'statut_affiche', intitule: 'État', type: 'texte' },
  { nom: 'delai_cloture', intitule: 'Délai médian de clôture (jours)', type: 'nombre' },
  { nom: 'part_motivee', intitule: 'Part avec un motif', type: 'part' },
  { nom: 'numeros', intitule: 'Numéros injustifiés', type: 'texte' },
]

export const ecrireForcages = ({ demandes, ...ligne }: ForcagesGuichet): LigneForcages => ({
  ...ligne,
  numeros: demandes.map(({ numero_unique }) => numero_unique).join(' '),
})

/** Forcing by guichet, one row each, with the numbers that look unjustified. */
export const tableauForcages = (lignes: readonly ForcagesGuichet[]): Tableau<LigneForcages> => ({
  titre: 'Forçages',
  colonnes: COLONNES_FORCAGES,
  lignes: lignes.map(ecrireForcages),
})
