import type { Context, MiddlewareHandler } from 'hono'
import { fermerSession } from '../auth/sessions.ts'
import { oterTemoin } from '../auth/temoin.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { consignerRejet } from '../routes/refus.tsx'
import { estDeLApi, garderApi } from './garde-api.ts'
import { accesDe, compteAdmis, exigerRoute, poserLecteur, sessionDe } from './qui-demande.ts'
import { routeDe } from './route.ts'
import { PUBLIC, type Regle, TABLE } from './table.ts'

/** The rule of the route a request is for; undefined where it is for none, null where its route has no line. */
const regleDe = (c: Context): Regle | null | undefined => {
  const route = routeDe(c)
  if (route === undefined) return undefined
  const methode = c.req.method === 'HEAD' ? 'GET' : c.req.method
  return TABLE[`${methode} ${route.path}`] ?? null
}

const accueillir = (c: Context): Response => {
  if (c.req.method !== 'GET' || c.req.path.endsWith('/suivi')) return c.text('Connexion nécessaire.', 401)
  const { pathname, search } = new URL(c.req.url)
  const suite = pathname === '/' && search === '' ? '' : `?suite=${encodeURIComponent(pathname + search)}`
  return c.redirect(`/connexion${suite}`, 303)
}

/**
 * Lets a request through to its route, with who asks and what they may read. Everything is refused but what the table
 * says: nobody is sent to sign in, a session that waits for its second factor or a new password is sent there.
 */
export const garde =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const regle = regleDe(c)
    if (regle === PUBLIC) return next()
    if (estDeLApi(c)) return garderApi(deps, c, regle, next)
    const { jeton, session } = await sessionDe(deps, c)
    if (session === null || jeton === undefined) {
      if (jeton !== undefined) {
        oterTemoin(c, deps.site)
        await consignerRejet(deps, c, 'session échue, fermée ou inconnue')
      }
      return accueillir(c)
    }
    const { compte } = session
    if (!(await compteAdmis(deps, c, compte))) {
      await fermerSession(deps.etat, jeton)
      oterTemoin(c, deps.site)
      return accueillir(c)
    }
    if (session.etape === 'SECOND_FACTEUR') return c.redirect('/connexion/code', 303)
    const lecteur = await poserLecteur(deps, c, compte, accesDe(compte))
    c.set('jeton', jeton)
    const chezSoi = c.req.path === '/deconnexion' || c.req.path === '/compte' || c.req.path.startsWith('/compte/')
    if (compte.a_changer && !chezSoi) return c.redirect('/compte', 303)
    if (regle === undefined) return next()
    await exigerRoute(c, lecteur, regle)
    return next()
  }
