import { Hono } from 'hono'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Attributions } from '../../web/pages/attributions.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { mesureAttributions } from '../lecture/attributions/mesure.ts'
import { lienExportAttributions } from '../lecture/exports.ts'
import { pageDuMois } from './page.tsx'

/** `/attributions`: how late leases are recorded, and how many are not yet; of all, or of one category. */
export const attributions = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get(
    '/attributions',
    pageDuMois(deps, async (c, { contexte, fiches, lecture }) => {
      const mesure = await mesureAttributions(lecture, fiches, c.req.query('categorie'))
      return typeof mesure === 'string'
        ? c.html(<Attributions contexte={contexte} mesure={null} raison={fr(mesure)} exports={[]} />)
        : c.html(
            <Attributions
              contexte={contexte}
              mesure={mesure}
              exports={lienExportAttributions(contexte, mesure.categorie)}
            />,
          )
    }),
  )
