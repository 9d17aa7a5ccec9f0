import type { Context, MiddlewareHandler, Next } from 'hono'
import type { Passage } from '../acces/passage.ts'
import { consignerPassages } from '../acces/porte/passage.ts'
import { routeDe } from '../acces/route.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { generationDe, suivreOublis } from '../lecture/memoire.ts'
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

const estGardable = (c: Context<Env>): boolean =>
  ['GET', 'HEAD'].includes(c.req.method) && GARDABLES.has(routeDe(c)?.path ?? '')

const estPage = ({ status, headers }: Response): boolean =>
  status === 200 && headers.get('Content-Type')?.startsWith('text/html') === true

/** What came of a request: a page to keep, or null where the answer holds it; and the numbers shown, still to be logged. */
interface Faite {
  readonly gardee: PageGardee | null
  readonly passages: readonly Passage[]
}

/** The pages kept in memory, made once for all those of a scope. */
export interface PagesGardees {
  /** Answers who asks. */
  readonly servir: MiddlewareHandler<Env>
  /** Makes a page of a scope to be kept, and gives it to nobody. */
  readonly preparer: MiddlewareHandler<Env>
  /** Bytes held, and how many may be. */
  readonly octets: number
  readonly octetsMax: number
}

/** Makes a page for nobody in particular. */
const fabriquer = async (c: Context<Env>, next: Next): Promise<Faite> => {
  const [compte, acces, lecteur] = [c.get('compte'), c.get('acces'), c.get('lecteur')]
  const anonyme = sansPersonne(compte, acces)
  const passages: Passage[] = []
  c.set('compte', anonyme.compte)
  c.set('acces', anonyme.acces)
  c.set('lecteur', { ...lecteur, acces: anonyme.acces, carnet: passages })
  await next()
  c.set('compte', compte)
  c.set('acces', acces)
  c.set('lecteur', lecteur)
  if (c.res.headers.get('Content-Type')?.startsWith('text/html') !== true) return { gardee: null, passages }
  const html = await c.res.text()
  const aGarder =
    estPage(c.res) && !anonyme.estPersonnelle() && passages.every(({ action }) => action === 'CONSULTATION')
  c.res = new Response(nommer(html, compte.nom), c.res)
  return { gardee: aGarder ? await garderPage(html, passages) : null, passages }
}

/**
 * Makes a page once for all those of a scope, until what it shows is written: the base, the application's own database,
 * or the day. It is made for nobody in particular; one that looks at who asks, or shows names, is made for each and kept
 * for none. One that shows numbers is logged, for who is given it, each time.
 */
export const createPagesGardees = (deps: Deps, octetsMax = OCTETS_GARDES): PagesGardees => {
  const magasin = createMagasin<PageGardee>(octetsMax)
  const enFabrique = new Map<string, Promise<Faite>>()
  let etiquette = ''

  const oublier = (actuelle: string) => {
    magasin.vider()
    enFabrique.clear()
    etiquette = actuelle
  }
  suivreOublis(deps.base, () => oublier(''))

  const obtenir = async (c: Context<Env>, next: Next): Promise<Faite> => {
    const actuelle = `${generationDe(deps.base)} ${await compterEcritures(deps.etat)} ${jourDe(deps.maintenant())}`
    if (actuelle !== etiquette) oublier(actuelle)
    const cle = cleDe(c, c.get('compte'))
    const gardee = magasin.trouver(cle) ?? (await enFabrique.get(cle))?.gardee
    if (gardee) return { gardee, passages: gardee.passages }
    const fabrique = fabriquer(c, next)
    enFabrique.set(cle, fabrique)
    try {
      const faite = await fabrique
      if (faite.gardee !== null && etiquette === actuelle) magasin.ranger(cle, faite.gardee, faite.gardee.poids)
      return faite
    } finally {
      if (enFabrique.get(cle) === fabrique) enFabrique.delete(cle)
    }
  }

  return {
    get octets() {
      return magasin.octets
    },
    octetsMax,
    servir: async (c, next) => {
      if (c.get('compte') === undefined || !estGardable(c)) return next()
      const { gardee, passages } = await obtenir(c, next)
      const instant = instantDe(deps.maintenant())
      await consignerPassages(
        c.get('lecteur'),
        passages.map((passage) => ({ ...passage, instant })),
      )
      if (gardee === null) return
      c.res = undefined
      c.res = await repondre(c, gardee, c.get('compte').nom)
    },
    preparer: async (c, next) => {
      if (estGardable(c)) await obtenir(c, next)
      c.res = new Response(null, { status: 204 })
    },
  }
}
