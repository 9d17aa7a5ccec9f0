import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AccesRefuse } from '../acces/refus.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { consignerRefus, consignerRejet, tirerReference } from '../routes/refus.tsx'
import { tracer } from '../trace.ts'
import { DemandeImpossible, repondreProbleme } from './probleme.ts'

/** Answers an address of the API that is no resource's, or another act than reading. */
export const repondreSansRoute = (c: Context): Response =>
  c.req.method === 'GET' || c.req.method === 'HEAD'
    ? repondreProbleme(c, { sorte: 'introuvable', detail: 'Cette adresse n’est pas de l’API : /api les nomme toutes.' })
    : repondreProbleme(c, { sorte: 'methode-refusee', detail: 'Demander par GET ou HEAD.' })

/** Answers what went wrong, logged as it is for a page. */
export const repondreEchec = async (deps: Deps, c: Context<Env>, cause: unknown): Promise<Response> => {
  if (cause instanceof DemandeImpossible) return repondreProbleme(c, { sorte: cause.sorte, detail: cause.message })
  if (cause instanceof AccesRefuse) {
    const reference = await consignerRefus(deps, c, cause)
    const detail = 'Le rôle ou la portée de ce jeton ne l’ouvre pas : en parler au gestionnaire.'
    return repondreProbleme(c, { sorte: 'acces-refuse', detail, reference })
  }
  if (cause instanceof HTTPException) {
    await consignerRejet(deps, c, `réponse ${cause.status}`)
    return repondreProbleme(c, { sorte: 'methode-refusee', detail: 'Demander par GET ou HEAD.' })
  }
  const reference = tirerReference()
  deps.journal.error({ reference, ...tracer(cause), methode: c.req.method, chemin: c.req.path }, 'API en erreur')
  const detail = 'La réponse n’a pas pu être faite : donner cette référence à qui tient l’installation.'
  return repondreProbleme(c, { sorte: 'erreur-interne', detail, reference })
}
