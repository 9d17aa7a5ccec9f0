import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { Erreur } from '../web/pages/erreur.tsx'
import { Introuvable } from '../web/pages/introuvable.tsx'
import type { Deps } from './deps.ts'
import { loopbackOnly } from './loopback.ts'
import { lireSujet } from './modeles/contexte.ts'
import { dossiers } from './routes/dossiers.tsx'
import { exports_ } from './routes/exports.ts'
import { guichets } from './routes/guichets.tsx'
import { imports } from './routes/imports.tsx'
import { indicateurs } from './routes/indicateurs.tsx'
import { statique } from './routes/statique.ts'
import { tableauDeBord } from './routes/tableau-de-bord.tsx'

/** The web application. It opens nothing and listens nowhere: `servir` does. */
export const createApp = (deps: Deps): Hono => {
  const app = new Hono()
  app.use(loopbackOnly())
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
      strictTransportSecurity: false,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(csrf())
  app.use(compress())
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  })
  app.route('/', statique())
  for (const route of [tableauDeBord, guichets, indicateurs, dossiers, imports, exports_]) app.route('/', route(deps))
  app.notFound(async (c) => c.html(<Introuvable contexte={(await lireSujet(deps, c)).contexte} />, 404))
  app.onError((cause, c) => {
    if (cause instanceof HTTPException) return cause.getResponse()
    const reference = randomUUID().slice(0, 8).toUpperCase()
    deps.journal.error(
      { reference, erreur: cause.name, pile: cause.stack, methode: c.req.method, chemin: c.req.path },
      'page en erreur',
    )
    return c.html(<Erreur contexte={null} reference={reference} />, 500)
  })
  return app
}
