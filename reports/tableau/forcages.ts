import type { ForcagesGuichet } from '../../metrics/forcages/lire.ts'
import type { Tableau } from './tableau.ts'

/** Forcing by guichet, one row each, with the numbers that look unjustified. */
export const tableauForcages = (
  lignes: readonly ForcagesGuichet[],
): Tableau<Omit<ForcagesGuichet, 'demandes'> & { readonly numeros: string }> => ({
  titre: 'Forçages',
  colonnes: [
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
  ],
  lignes: lignes.map(({ demandes, ...ligne }) => ({
    ...ligne,
    numeros: demandes.map(({ numero_unique }) => numero_unique).join(' '),
  })),
})
