import type { Context } from 'hono'
import { lireSession, type SessionLue } from '../auth/sessions.ts'
import { lireTemoin } from '../auth/temoin.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { estFictive } from '../lecture/territoires.ts'
import { estLocale } from '../site.ts'
import type { Compte } from '../state/comptes.ts'
import { lireReglages } from '../state/reglages.ts'
import type { Acces } from './acces.ts'
import { refuserCodesDesAutres } from './codes.ts'
import type { Lecteur } from './lecteur.ts'
import { AccesRefuse } from './refus.ts'
import type { Regle } from './table.ts'

/** Whether accounts of the demonstration may sign in: on this machine alone, and on made-up data alone. */
export const demonstrationAdmise = async ({ base, site }: Deps, c: Context): Promise<boolean> => {
  if (site.origine !== null || !estLocale(new URL(c.req.url).hostname)) return false
  return estFictive(base, {})
}

/** Whether an account may be used where it is one of the demonstration. */
export const compteAdmis = async (deps: Deps, c: Context, { demonstration }: Compte): Promise<boolean> =>
  !demonstration || demonstrationAdmise(deps, c)

export const accesDe = ({ courriel, role, territoires, service }: Compte): Acces => ({
  qui: courriel,
  role,
  territoires,
  service,
})

/** The session that a request's cookie opens. */
export const sessionDe = async (
  { etat, site, maintenant }: Deps,
  c: Context,
): Promise<{ readonly jeton: string | undefined; readonly session: SessionLue | null }> => {
  const jeton = lireTemoin(c, site)
  return { jeton, session: jeton === undefined ? null : await lireSession(etat, jeton, maintenant()) }
}

/** Gives a route what it reads with, for who asks. */
export const poserLecteur = async (deps: Deps, c: Context<Env>, compte: Compte, acces: Acces): Promise<Lecteur> => {
  const reglages = await lireReglages(deps.etat, jourDe(deps.maintenant()))
  const lecteur: Lecteur = { base: deps.base, etat: deps.etat, acces, reglages }
  c.set('journal', deps.journal)
  c.set('compte', compte)
  c.set('acces', acces)
  c.set('lecteur', lecteur)
  return lecteur
}

const valeursDe = (c: Context): string[] => [
  ...Object.values(c.req.queries()).flat(),
  ...c.req.path.split('/').map((morceau) => {
    try {
      return decodeURIComponent(morceau)
    } catch {
      return morceau
    }
  }),
]

/** @throws AccesRefuse where the role has not the route, or the address names a guichet that is not the person's. */
export const exigerRoute = async (c: Context, lecteur: Lecteur, regle: Exclude<Regle, 'PUBLIC'> | null) => {
  if (!regle?.includes(lecteur.acces.role)) throw new AccesRefuse('rôle sans accès à cette page')
  await refuserCodesDesAutres(lecteur, valeursDe(c))
}
