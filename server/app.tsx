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
import { pagesGardees } from './pages/pages-gardees.ts'
import { agenda } from './routes/agenda.tsx'
import { aide } from './routes/aide.tsx'
import { alertes } from './routes/alertes.tsx'
import { annotations } from './routes/annotations.ts'
import { api } from './routes/api.tsx'
import { attributions } from './routes/attributions.tsx'
import { calendrier } from './routes/calendrier.ts'
import { changement } from './routes/changement.tsx'
import { composants } from './routes/composants.tsx'
import { compte } from './routes/compte.tsx'
import { comptes } from './routes/comptes.tsx'
import { connexion } from './routes/connexion.tsx'
import { contacts } from './routes/contacts.tsx'
import { controles } from './routes/controles.tsx'
import { corrections } from './routes/corrections.ts'
import { depots } from './routes/depots.tsx'
import { dossiers } from './routes/dossiers.tsx'
import { doublons } from './routes/doublons.tsx'
import { exports_ } from './routes/exports.ts'
import { exportsAgenda } from './routes/exports-agenda.ts'
import { exportsAttributions } from './routes/exports-attributions.ts'
import { exportsChangement } from './routes/exports-changement.ts'
import { exportsControles } from './routes/exports-controles.ts'
import { exportsMatrice } from './routes/exports-matrice.ts'
import { exportsMesures } from './routes/exports-mesures.ts'
import { forcages } from './routes/forcages.tsx'
import { fournisseur } from './routes/fournisseur.tsx'
import { guichets } from './routes/guichets.tsx'
import { imports } from './routes/imports.tsx'
import { indicateurs } from './routes/indicateurs.tsx'
import { jetons } from './routes/jetons.tsx'
import { journal } from './routes/journal.tsx'
import { mesures } from './routes/mesures.tsx'
import { parametres } from './routes/parametres.tsx'
import { profil } from './routes/profil.tsx'
import { recherche } from './routes/recherche.tsx'
import { consignerRejet, repondreRefus, tirerReference } from './routes/refus.tsx'
import { rejets } from './routes/rejets.tsx'
import { reunions } from './routes/reunions.tsx'
import { revueComptes } from './routes/revue-comptes.tsx'
import { signalements } from './routes/signalements.tsx'
import { statique } from './routes/statique.ts'
import { tableauDeBord } from './routes/tableau-de-bord.tsx'
import { tableaux } from './routes/tableaux.tsx'
import { territoires } from './routes/territoires.tsx'
import { estChiffre } from './site.ts'
import { tracer } from './trace.ts'

const UN_AN = 31_536_000

const ROUTES = [
  connexion,
  fournisseur,
  compte,
  tableauDeBord,
  territoires,
  changement,
  controles,
  agenda,
  reunions,
  calendrier,
  corrections,
  guichets,
  annotations,
  indicateurs,
  attributions,
  tableaux,
  dossiers,
  imports,
  depots,
  rejets,
  profil,
  exports_,
  exportsAttributions,
  exportsChangement,
  exportsMatrice,
  exportsMesures,
  exportsControles,
  exportsAgenda,
  contacts,
  doublons,
  forcages,
  signalements,
  alertes,
  mesures,
  recherche,
  revueComptes,
  comptes,
  jetons,
  journal,
  parametres,
  aide,
  composants,
  api,
]

/** What the defences refuse before any route, as the audit log tells it. */
const MOTIFS: Readonly<Record<number, string>> = {
  403: 'formulaire venu d’un autre site',
  413: 'formulaire trop lourd',
}

/** The web application. It opens nothing and listens nowhere: `servir` does. */
export const createApp = (deps: Deps): Hono<Env> => {
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
  app.use(pagesGardees(deps))
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
