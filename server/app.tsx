import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { Erreur } from '../web/pages/erreur.tsx'
import { Introuvable } from '../web/pages/introuvable.tsx'
import { garde } from './acces/garde.ts'
import { estDeLApi } from './acces/garde-api.ts'
import { AccesRefuse } from './acces/refus.ts'
import { repondreEchec, repondreSansRoute } from './api/echouer.ts'
import type { Deps } from './deps.ts'
import type { Env } from './env.ts'
import { hoteAdmis, origineDe } from './hote.ts'
import { lireSujet } from './lecture/contexte.ts'
import { createPagesGardees, type PagesGardees } from './pages/pages-gardees.ts'
import { consignerRejet, repondreRefus, tirerReference } from './routes/refus.tsx'
import { statique } from './routes/statique.ts'
import { ROUTES } from './routes.ts'
import { estChiffre } from './site.ts'
import { tracer } from './trace.ts'

const UN_AN = 31_536_000

/** What the defences refuse before any route, as the audit log tells it. */
const MOTIFS: Readonly<Record<number, string>> = {
  403: 'formulaire venu d’un autre site',
  413: 'formulaire trop lourd',
}

/** The web application. It opens nothing and listens nowhere: `servir` does. */
export const createApp = (deps: Deps, pages: PagesGardees = createPagesGardees(deps)): Hono<Env> => {
  const { site } = deps
  const app = new Hono<Env>()
  app.use(hoteAdmis(site))
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      strictTransportSecurity: estChiffre(site) ? `max-age=${UN_AN}` : false,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(csrf({ origin: (origine, c) => origine === origineDe(site, c) }))
  app.use(compress())
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use(garde(deps))
  app.use(pages.servir)
  app.route('/', statique())
  for (const route of ROUTES) app.route('/', route(deps))
  app.notFound(async (c) =>
    estDeLApi(c)
      ? repondreSansRoute(c)
      : c.html(<Introuvable contexte={c.get('lecteur') ? (await lireSujet(c)).contexte : null} />, 404),
  )
  app.onError(async (cause, c) => {
    if (estDeLApi(c)) return repondreEchec(deps, c, cause)
    if (cause instanceof AccesRefuse) return repondreRefus(deps, c, cause)
    if (cause instanceof HTTPException) {
      await consignerRejet(deps, c, MOTIFS[cause.status] ?? `réponse ${cause.status}`)
      return cause.getResponse()
    }
    const reference = tirerReference()
    deps.journal.error({ reference, ...tracer(cause), methode: c.req.method, chemin: c.req.path }, 'page en erreur')
    return c.html(<Erreur contexte={null} reference={reference} />, 500)
  })
  return app
}
