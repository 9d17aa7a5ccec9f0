import { Hono } from 'hono'
import { Territoires } from '../../web/pages/territoires.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { territoiresCoteACote } from '../lecture/cote-a-cote.ts'
import { FICHES } from '../lecture/fiches.ts'

/** `/territoires`: several territories side by side. */
export const territoires = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get('/territoires', async (c) => {
    const { lecteur, contexte } = await lireSujet(c)
    return c.html(
      <Territoires
        contexte={contexte}
        territoires={await territoiresCoteACote(lecteur, jourDe(deps.maintenant()))}
        chiffres={FICHES.map(({ code, libelle }) => [code, libelle] as const)}
      />,
    )
  })
