import { setTimeout } from 'node:timers/promises'
import { Hono } from 'hono'
import { exigerRoute, poserLecteur } from '../acces/qui-demande.ts'
import { routeDe } from '../acces/route.ts'
import { PUBLIC, TABLE } from '../acces/table.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { ROUTES } from '../routes.ts'
import { listerComptes } from '../state/comptes.ts'
import { lireReglages } from '../state/reglages.ts'
import { tracer } from '../trace.ts'
import { adressesDe } from './adresses.ts'
import type { PagesGardees } from './pages-gardees.ts'
import { type PorteeDeCompte, personneDeLaPortee, porteesDes } from './portees.ts'

/** The part of what kept pages may take that those made ahead may fill: the rest is for what people ask. */
const PART = 0.5

/** What each request of the workshop is for. */
interface Bindings {
  readonly portee: PorteeDeCompte
}

/**
 * The application as a scope sees it, without anybody: what its pages are made by, ahead of who will ask. Nothing listens to
 * it. A page that asks who looks fails, and is left to be made for whoever does.
 */
const createAtelier = (deps: Deps, pages: PagesGardees): Hono<Env> => {
  const atelier = new Hono<Env>()
  atelier.use(async (c, next) => {
    const { compte, acces } = personneDeLaPortee((c.env as Bindings).portee)
    const regle = TABLE[`GET ${routeDe(c)?.path}`] ?? null
    await exigerRoute(c, await poserLecteur(deps, c, compte, acces), regle === PUBLIC ? null : regle)
    return next()
  })
  atelier.use(pages.preparer)
  for (const route of ROUTES) atelier.route('/', route(deps))
  atelier.onError((_, c) => c.body(null, 500))
  return atelier
}

/** Makes pages before anybody asks. */
export interface FaiseurDAvance {
  /** Makes what is kept for the scopes that accounts have; one under way gives up its place. */
  faire(): Promise<void>
  /** Ends what is under way, and begins nothing more. */
  arreter(): Promise<void>
}

/** Addresses of each scope, those that come first in every scope before the others. */
const toutesLesAdresses = async (deps: Deps): Promise<readonly (readonly [PorteeDeCompte, string])[]> => {
  const reglages = await lireReglages(deps.etat, jourDe(deps.maintenant()))
  const rangs: (readonly [PorteeDeCompte, string])[][] = []
  for (const portee of porteesDes(await listerComptes(deps.etat))) {
    const { acces } = personneDeLaPortee(portee)
    const siennes = await adressesDe({ base: deps.base, etat: deps.etat, acces, reglages })
    for (const [rang, adresses] of siennes.entries())
      rangs[rang] = [...(rangs[rang] ?? []), ...adresses.map((adresse) => [portee, adresse] as const)]
  }
  return rangs.flat()
}

/** Rests between two pages for as long as one took: those who ask meanwhile have half of the processor at least. */
export const createFaiseurDAvance = (deps: Deps, pages: PagesGardees): FaiseurDAvance => {
  const atelier = createAtelier(deps, pages)
  let tour = 0
  let arrete = false
  let enCours: Promise<void> = Promise.resolve()

  const tourner = async (mien: number): Promise<void> => {
    const fini = () => arrete || tour !== mien || pages.octets > PART * pages.octetsMax
    const adresses = await toutesLesAdresses(deps)
    // A page may settle what a new snapshot shows, and so put the others out of date: they are asked for again, once.
    for (const [portee, adresse] of [...adresses, ...adresses]) {
      if (fini()) return
      const depart = performance.now()
      await atelier.request(adresse, {}, { portee } satisfies Bindings)
      await setTimeout(performance.now() - depart)
    }
  }

  return {
    faire() {
      tour += 1
      const mien = tour
      enCours = enCours
        .then(() => tourner(mien))
        .catch((cause: unknown) => deps.journal.error(tracer(cause), 'pages faites d’avance'))
      return enCours
    },
    async arreter() {
      arrete = true
      await enCours
    },
  }
}
