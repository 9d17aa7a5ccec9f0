import type { Context } from 'hono'
import { lien } from '../../web/liens.ts'
import type { Annonce } from '../annonces.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireSujet } from '../lecture/contexte.ts'

/** After a form has done what it asked: its page again, which says so once and is not sent twice when it is loaded again. */
export const continuer = async (
  { annonces, maintenant }: Deps,
  c: Context<Env>,
  chemin: string,
  annonce: Annonce,
): Promise<Response> => {
  const { contexte } = await lireSujet(c)
  return c.redirect(lien(contexte, chemin, { dit: annonces.deposer(c.get('compte').id, annonce, maintenant()) }), 303)
}

/** What the act that led to this page has to say; nothing where none did. */
export const annonceDe = ({ annonces, maintenant }: Deps, c: Context<Env>): Annonce => {
  const mot = c.req.query('dit')
  return (mot === undefined ? null : annonces.prendre(c.get('compte').id, mot, maintenant())) ?? {}
}
