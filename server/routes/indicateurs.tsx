import { Hono } from 'hono'
import { PageIndicateur } from '../../web/pages/indicateur.tsx'
import { Indicateurs } from '../../web/pages/indicateurs.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import type { Deps } from '../deps.ts'
import { derniersMois } from '../modeles/contexte.ts'
import { guichetsDuMois, historiqueDe, lignesAffichees, lignesDuMois } from '../modeles/donnees.ts'
import { lienExport } from '../modeles/exports.ts'
import { FICHES } from '../modeles/fiches.ts'
import { pageDuMois } from './page.tsx'

/** `/indicateurs`, their list, and `/indicateurs/:code`, one of them. */
export const indicateurs = (deps: Deps): Hono =>
  new Hono()
    .get(
      '/indicateurs',
      pageDuMois(deps, async (c, { contexte, calcule, territoire, tousLesMois }) =>
        c.html(
          <Indicateurs
            contexte={contexte}
            indicateurs={FICHES}
            lignes={await lignesDuMois(deps.base, territoire, calcule)}
            historique={
              await historiqueDe(deps.base, territoire, derniersMois(tousLesMois, calcule.mois, 25), {
                niveaux: ['TERRITOIRE'],
              })
            }
          />,
        ),
      ),
    )
    .get(
      '/indicateurs/:code',
      pageDuMois(deps, async (c, { contexte, calcule, territoire, tousLesMois }) => {
        const code = c.req.param('code') ?? ''
        const fiche = FICHES.find((connue) => connue.code === code)
        if (fiche === undefined) return c.html(<Introuvable contexte={contexte} quoi={`l’indicateur ${code}`} />, 404)
        const lui = ({ indicateur }: { indicateur: string }) => indicateur === code
        return c.html(
          <PageIndicateur
            contexte={contexte}
            fiche={fiche}
            guichets={await guichetsDuMois(deps.base, territoire, calcule)}
            lignes={(await lignesAffichees(deps.base, territoire, calcule)).filter(lui)}
            lignesDuMois={(await lignesDuMois(deps.base, territoire, calcule)).filter(lui)}
            lignesDeLAnnee={(await lignesDuMois(deps.base, territoire, calcule, 12)).filter(lui)}
            historique={
              await historiqueDe(deps.base, territoire, derniersMois(tousLesMois, calcule.mois, 25), {
                niveaux: ['TERRITOIRE', 'CATEGORIE', 'SERVICE', 'GUICHET'],
                indicateur: code,
              })
            }
            exports={lienExport(contexte, { indicateur: code })}
          />,
        )
      }),
    )
