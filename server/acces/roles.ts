/** Who a person is to the base, from the one who sees all to the one who sees what is published. */
export const ROLES = ['gestionnaire', 'etat', 'prefet', 'copil', 'guichet', 'partenaire'] as const

export type Role = (typeof ROLES)[number]

export const LIBELLES_ROLES: Readonly<Record<Role, string>> = {
  gestionnaire: 'Gestionnaire territorial',
  etat: 'Direction départementale',
  prefet: 'Préfet',
  copil: 'Comité de pilotage',
  guichet: 'Guichet',
  partenaire: 'Partenaire',
}

export const estRole = (texte: string): texte is Role => (ROLES as readonly string[]).includes(texte)

/** Roles whose second factor is asked for unless a setting says otherwise. */
export const AVEC_SECOND_FACTEUR: readonly Role[] = ['gestionnaire']

/** Roles that may see numéros uniques: a guichet, those of its own service alone. */
export const VOIENT_DES_NUMEROS: readonly Role[] = ['gestionnaire', 'etat', 'guichet']

/** Roles that may see the numéros uniques of a whole territory. */
export const VOIENT_TOUS_LES_NUMEROS: readonly Role[] = ['gestionnaire', 'etat']

/** Roles that keep a territory: its audit log, its settings, its verdicts. */
export const GERENT: readonly Role[] = ['gestionnaire']

/** Roles that may see who a demande is about. */
export const VOIENT_LES_NOMS: readonly Role[] = ['gestionnaire']

/** The roles that see no more than each, itself first: what a token of its account may be given. */
export const ROLES_MOINDRES: Readonly<Record<Role, readonly Role[]>> = {
  gestionnaire: ROLES,
  etat: ['etat', 'prefet', 'copil', 'guichet', 'partenaire'],
  prefet: ['prefet', 'partenaire'],
  copil: ['copil', 'partenaire'],
  guichet: ['guichet', 'partenaire'],
  partenaire: ['partenaire'],
}
