import type { Context } from 'hono'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Env } from '../env.ts'
import { lireSujet } from '../lecture/contexte.ts'

/** Answers a page that has nothing to be about: the first use before any snapshot, not found once there is one. */
export const sansSujet = async (c: Context<Env>): Promise<Response> => {
  const { contexte } = await lireSujet(c)
  return contexte.territoire === null ? c.html(<PremiereUtilisation contexte={contexte} />) : c.notFound()
}
