import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { accesDe, compteAdmis, poserLecteur, sessionDe } from './qui-demande.ts'

/** Gives a route open to anybody what it reads with, where who asks is signed in; says whether they are. */
export const poserSiConnu = async (deps: Deps, c: Context<Env>): Promise<boolean> => {
  const { session } = await sessionDe(deps, c)
  if (session?.etape !== 'OUVERTE' || session.compte.a_changer) return false
  if (!(await compteAdmis(deps, c, session.compte))) return false
  await poserLecteur(deps, c, session.compte, accesDe(session.compte))
  return true
}
