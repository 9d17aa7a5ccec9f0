import { Hono } from 'hono'
import { Changement } from '../../web/pages/changement.tsx'
import { ChangementSansAvant } from '../../web/pages/changement-sans-avant.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireChangement } from '../lecture/changement.ts'
import { lienExportChangement } from '../lecture/exports.ts'
import { pageDuMois } from './page.tsx'

/** `/changement`: what changed since the month before, or the year before. */
export const changement = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get(
    '/changement',
    pageDuMois(deps, async (c, { contexte, fiches, lecture, etat }) => {
      const { avec, indicateur } = c.req.query()
      const lu = await lireChangement(lecture, fiches, etat?.calcules ?? [], { avec, indicateur })
      if (lu === null) return c.html(<ChangementSansAvant contexte={contexte} />)
      return c.html(
        <Changement
          contexte={contexte}
          indicateurs={fiches}
          {...lu}
          exports={lienExportChangement(contexte, lu.territoire.decomposition !== null)}
        />,
      )
    }),
  )
