import { Hono } from 'hono'
import { Composants } from '../../web/pages/composants.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireSujet } from '../lecture/contexte.ts'

/** `/composants`: what pages are made of, with its states, where a developer asked for it. */
export const composants = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/composants', async (c) => {
    const { contexte } = await lireSujet(c)
    return deps.composants
      ? c.html(<Composants contexte={contexte} />)
      : c.html(<Introuvable contexte={contexte} />, 404)
  })
