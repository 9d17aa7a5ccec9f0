/** What makes a forcing worth a look; none is a proof. */
export const SIGNAUX = {
  PAIRE_ACTIVE: 'la demande que l’alerte montrait est toujours active',
  REACTIVABLE: 'le ménage avait une demande radiée qui pouvait encore être réactivée avec son ancienneté',
  MEME_JOUR: 'plusieurs forçages du guichet le même jour',
  MEME_CONTACT: 'même téléphone ou même courriel que la demande montrée',
} as const

export type Signal = keyof typeof SIGNAUX

/** Forcings of one guichet on one day from which they are a signal. */
export const FORCAGES_LE_MEME_JOUR = 5
