import type { Context } from 'hono'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Env } from '../env.ts'
import { lireSujet } from '../lecture/contexte.ts'

/**
 * Answers a page that has nothing to be about: the first use before any snapshot, not found once there is one, or where what
 * is asked for by its number is nothing that the person may see.
 */
export const sansSujet = async (c: Context<Env>): Promise<Response> => {
  if (c.req.param('id') !== undefined) return c.notFound()
  const { contexte } = await lireSujet(c)
  return contexte.territoire === null ? c.html(<PremiereUtilisation contexte={contexte} />) : c.notFound()
}
