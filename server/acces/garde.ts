import type { Context, MiddlewareHandler } from 'hono'
import { fermerSession, lireSession } from '../auth/sessions.ts'
import { lireTemoin, oterTemoin } from '../auth/temoin.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { estFictive } from '../lecture/territoires.ts'
import { consignerRejet } from '../routes/refus.tsx'
import { estLocale } from '../site.ts'
import type { Compte } from '../state/comptes.ts'
import { lireReglages } from '../state/reglages.ts'
import { refuserCodesDesAutres } from './codes.ts'
import type { Lecteur } from './lecteur.ts'
import { AccesRefuse } from './refus.ts'
import { routeDe } from './route.ts'
import { PUBLIC, type Regle, TABLE } from './table.ts'

/** The rule of the route a request is for; undefined where it is for none, null where its route has no line. */
const regleDe = (c: Context): Regle | null | undefined => {
  const route = routeDe(c)
  if (route === undefined) return undefined
  const methode = c.req.method === 'HEAD' ? 'GET' : c.req.method
  return TABLE[`${methode} ${route.path}`] ?? null
}

/** Whether accounts of the demonstration may sign in: on this machine alone, and on made-up data alone. */
export const demonstrationAdmise = async ({ base, site }: Deps, c: Context): Promise<boolean> => {
  if (site.origine !== null || !estLocale(new URL(c.req.url).hostname)) return false
  return estFictive(base, {})
}

const accueillir = (c: Context): Response => {
  if (c.req.method !== 'GET' || c.req.path.endsWith('/suivi')) return c.text('Connexion nécessaire.', 401)
  const { pathname, search } = new URL(c.req.url)
  const suite = pathname === '/' && search === '' ? '' : `?suite=${encodeURIComponent(pathname + search)}`
  return c.redirect(`/connexion${suite}`, 303)
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

export const accesDe = ({ courriel, role, territoires, service }: Compte) => ({
  qui: courriel,
  role,
  territoires,
  service,
})

/**
 * Lets a request through to its route, with who asks and what they may read. Everything is refused but what the table
 * says: nobody is sent to sign in, a session that waits for its second factor or a new password is sent there.
 */
export const garde =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const regle = regleDe(c)
    if (regle === PUBLIC) return next()
    const jeton = lireTemoin(c, deps.site)
    const session = jeton === undefined ? null : await lireSession(deps.etat, jeton, deps.maintenant())
    if (session === null || jeton === undefined) {
      if (jeton !== undefined) {
        oterTemoin(c, deps.site)
        await consignerRejet(deps, c, 'session échue, fermée ou inconnue')
      }
      return accueillir(c)
    }
    const { compte } = session
    if (compte.demonstration && !(await demonstrationAdmise(deps, c))) {
      await fermerSession(deps.etat, jeton)
      oterTemoin(c, deps.site)
      return accueillir(c)
    }
    if (session.etape === 'SECOND_FACTEUR') return c.redirect('/connexion/code', 303)
    const reglages = await lireReglages(deps.etat, jourDe(deps.maintenant()))
    const lecteur: Lecteur = { base: deps.base, etat: deps.etat, acces: accesDe(compte), reglages }
    c.set('journal', deps.journal)
    c.set('compte', compte)
    c.set('jeton', jeton)
    c.set('acces', lecteur.acces)
    c.set('lecteur', lecteur)
    const chezSoi = c.req.path === '/deconnexion' || c.req.path === '/compte' || c.req.path.startsWith('/compte/')
    if (compte.a_changer && !chezSoi) return c.redirect('/compte', 303)
    if (regle === undefined) return next()
    if (!regle?.includes(compte.role)) throw new AccesRefuse('rôle sans accès à cette page')
    await refuserCodesDesAutres(lecteur, valeursDe(c))
    return next()
  }
