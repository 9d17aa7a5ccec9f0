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
