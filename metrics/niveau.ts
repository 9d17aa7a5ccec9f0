export const NIVEAUX = ['GUICHET', 'SERVICE', 'CATEGORIE', 'TERRITOIRE'] as const

export type Niveau = (typeof NIVEAUX)[number]
