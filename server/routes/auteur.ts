import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import type { Auteur } from '../services/comptes.ts'

/** Who acts on accounts and their tokens, and when. */
export const auteurDe = ({ maintenant }: Deps, c: Context<Env>): Auteur => {
  const { qui, role, territoires } = c.get('acces')
  return { qui, role, territoires, maintenant: maintenant() }
}
