import type { Role } from './roles.ts'

export const TOUS: readonly Role[] = ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet', 'partenaire']
export const CHIFFRES: readonly Role[] = ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet']
/** Who sees numéros uniques, and agents by name: a service, its own. */
export const NUMEROS: readonly Role[] = ['gestionnaire', 'etat', 'guichet']
export const CHARGEMENTS: readonly Role[] = ['gestionnaire', 'etat']
export const GESTION: readonly Role[] = ['gestionnaire']
