import { Hono } from 'hono'
import { Recherche } from '../../web/pages/recherche.tsx'
import { chercher } from '../../web/recherche/chercher.ts'
import { listTrouvables } from '../../web/recherche/trouvables.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { pageDuMois } from './page.tsx'

const LONGUEUR = 100

/** `/recherche`: what answers some words, among what the person sees of the month. */
export const recherche = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get(
    '/recherche',
    pageDuMois(deps, (c, { contexte, fiches, lecture }) => {
      const question = (c.req.query('q') ?? '').trim().slice(0, LONGUEUR)
      const trouvables = listTrouvables(contexte, lecture.portee.guichets, fiches)
      return c.html(<Recherche contexte={contexte} question={question} trouves={chercher(question, trouvables)} />)
    }),
  )
