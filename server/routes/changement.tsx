import { Hono } from 'hono'
import { Changement } from '../../web/pages/changement.tsx'
import { ChangementSansAvant } from '../../web/pages/changement-sans-avant.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { alertesChangees, changementDuTerritoire, lectureDe, moisOfferts } from '../lecture/changement.ts'
import { pageDuMois } from './page.tsx'

/** `/changement`: what changed since the month before, or the year before. */
export const changement = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get(
    '/changement',
    pageDuMois(deps, async (c, { contexte, fiches, lecture, etat }) => {
      const calcules = etat?.calcules ?? []
      const { mois } = lecture.calcule
      const offerts = moisOfferts(mois, calcules)
      const voulu = (c.req.query('avec') === 'an' ? offerts.an : offerts.mois) ?? offerts.mois ?? offerts.an
      const calcule = calcules.find((connu) => connu.mois === voulu)
      if (calcule === undefined) return c.html(<ChangementSansAvant contexte={contexte} />)
      const avant = await lectureDe(lecture, calcule)
      const choix = fiches.filter(({ famille }) => famille !== 'activite')
      const territoire = await changementDuTerritoire([avant, lecture], choix, c.req.query('indicateur'))
      if (territoire === null) return c.html(<ChangementSansAvant contexte={contexte} />)
      return c.html(
        <Changement
          contexte={contexte}
          indicateurs={fiches}
          mois={[calcule.mois, mois]}
          offerts={offerts}
          alertes={await alertesChangees(avant, lecture, fiches)}
          territoire={territoire}
          choix={choix}
        />,
      )
    }),
  )
