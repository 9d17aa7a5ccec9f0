import type { Personne } from '../../web/contexte.ts'
import { LIBELLES_ROLES, type Role } from '../acces/roles.ts'
import { TABLE } from '../acces/table.ts'
import type { Compte } from '../state/comptes.ts'

/** The pages that a role may open, as the table says. */
const pagesDe = (role: Role): string[] =>
  Object.entries(TABLE)
    .filter(([route, regle]) => route.startsWith('GET /') && regle !== 'PUBLIC' && regle.includes(role))
    .map(([route]) => route.slice('GET '.length))

/** Who is signed in, as every page tells it. */
export const personneDe = ({ nom, role }: Pick<Compte, 'nom' | 'role'>): Personne => ({
  nom,
  role,
  libelleRole: LIBELLES_ROLES[role],
  pages: pagesDe(role),
})
