/** From the gravest to the quietest: the order in which states are listed everywhere. */
export const STATUTS = ['ALERTE', 'SURVEILLANCE', 'NORMAL', 'NON_SIGNIFICATIF', 'SANS_OBJET'] as const

export type Statut = (typeof STATUTS)[number]
