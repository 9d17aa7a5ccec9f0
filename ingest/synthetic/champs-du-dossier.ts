/** The nine fields without which a file is incomplete, in the order of their bits. */
export const CHAMPS_DU_DOSSIER = [
  'situation_familiale',
  'nationalite',
  'situation_professionnelle',
  'nb_personnes',
  'ressources_mensuelles',
  'logement_actuel',
  'motif_demande',
  'typologie_souhaitee',
  'commune_souhaitee',
] as const

export const BIT_PERSONNES = 1 << 3
export const BIT_RESSOURCES = 1 << 4
