import type { Context, MiddlewareHandler } from 'hono'
import { routeDe } from '../acces/route.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { generationDe } from '../lecture/memoire.ts'
import type { Compte } from '../state/comptes.ts'
import { compterEcritures } from '../state/ecritures.ts'
import { GARDABLES } from './gardables.ts'
import { createMagasin } from './magasin.ts'
import { garderPage, nommer, type PageGardee, repondre } from './reponse.ts'
import { sansPersonne } from './sans-personne.ts'

/** Bytes that kept pages may take: some two thousand of them. */
const OCTETS_GARDES = 64 * 1024 * 1024

/** What a page is made of beside the bases: who may see it, and what was asked. */
const cleDe = (c: Context<Env>, { role, territoires, service }: Compte): string => {
  const { pathname, search } = new URL(c.req.url)
  return JSON.stringify([role, territoires, service, pathname, search])
}

const estPage = ({ status, headers }: Response): boolean =>
  status === 200 && headers.get('Content-Type')?.startsWith('text/html') === true

/**
 * Makes a page once for all those of a scope, until what it shows is written: the base, the application's own database,
 * or the day. It is made for nobody in particular; one that looks at who asks, as all that goes in the audit log does,
 * is made for each and kept for none.
 */
export const pagesGardees = (deps: Deps, octetsMax = OCTETS_GARDES): MiddlewareHandler<Env> => {
  const magasin = createMagasin<PageGardee>(octetsMax)
  const enFabrique = new Map<string, Promise<PageGardee | null>>()
  let etiquette = ''

  const fabriquer = async (c: Context<Env>, next: () => Promise<void>): Promise<PageGardee | null> => {
    const [compte, acces, lecteur] = [c.get('compte'), c.get('acces'), c.get('lecteur')]
    const anonyme = sansPersonne(compte, acces)
    c.set('compte', anonyme.compte)
    c.set('acces', anonyme.acces)
    c.set('lecteur', { ...lecteur, acces: anonyme.acces })
    await next()
    c.set('compte', compte)
    c.set('acces', acces)
    c.set('lecteur', lecteur)
    if (c.res.headers.get('Content-Type')?.startsWith('text/html') !== true) return null
    const html = await c.res.text()
    const aGarder = estPage(c.res) && !anonyme.estPersonnelle()
    c.res = new Response(nommer(html, compte.nom), c.res)
    return aGarder ? garderPage(html) : null
  }

  return async (c, next) => {
    const compte = c.get('compte')
    if (!['GET', 'HEAD'].includes(c.req.method) || compte === undefined || !GARDABLES.has(routeDe(c)?.path ?? ''))
      return next()
    const actuelle = `${generationDe(deps.base)} ${await compterEcritures(deps.etat)} ${jourDe(deps.maintenant())}`
    if (actuelle !== etiquette) {
      magasin.vider()
      enFabrique.clear()
      etiquette = actuelle
    }
    const cle = cleDe(c, compte)
    const gardee = magasin.trouver(cle) ?? (await enFabrique.get(cle))
    if (gardee) return repondre(c, gardee, compte.nom)
    const fabrique = fabriquer(c, next)
    enFabrique.set(cle, fabrique)
    try {
      const page = await fabrique
      if (page === null) return
      if (etiquette === actuelle) magasin.ranger(cle, page, page.poids)
      c.res = undefined
      c.res = await repondre(c, page, compte.nom)
    } finally {
      if (enFabrique.get(cle) === fabrique) enFabrique.delete(cle)
    }
  }
}
