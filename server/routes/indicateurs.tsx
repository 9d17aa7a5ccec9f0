import { Hono } from 'hono'
import { PageIndicateur } from '../../web/pages/indicateur.tsx'
import { Indicateurs } from '../../web/pages/indicateurs.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { historiqueDe, lignesAffichees, lignesDeLIndicateur, lignesDuMois, pairsDuMois } from '../lecture/chiffres.ts'
import { lienExport } from '../lecture/exports.ts'
import { derniersMois, MOIS_DES_COURBES } from '../lecture/territoires.ts'
import { pageDuMois } from './page.tsx'

/** `/indicateurs`, their list, and `/indicateurs/:code`, one of them. */
export const indicateurs = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get(
      '/indicateurs',
      pageDuMois(deps, async (c, { contexte, fiches, lecture, tousLesMois }) =>
        c.html(
          <Indicateurs
            contexte={contexte}
            indicateurs={fiches}
            lignes={await lignesDuMois(lecture)}
            historique={
              await historiqueDe(lecture, derniersMois(tousLesMois, lecture.calcule.mois, MOIS_DES_COURBES), {
                niveaux: ['TERRITOIRE'],
              })
            }
          />,
        ),
      ),
    )
    .get(
      '/indicateurs/:code',
      pageDuMois(deps, async (c, { contexte, fiches, lecture, tousLesMois }) => {
        const code = c.req.param('code') ?? ''
        const fiche = fiches.find((connue) => connue.code === code)
        if (fiche === undefined) return c.html(<Introuvable contexte={contexte} quoi={`l’indicateur ${code}`} />, 404)
        const lui = ({ indicateur }: { indicateur: string }) => indicateur === code
        return c.html(
          <PageIndicateur
            contexte={contexte}
            fiche={fiche}
            guichets={lecture.portee.guichets}
            lignes={(await lignesAffichees(lecture)).filter(lui)}
            lignesDuMois={await lignesDeLIndicateur(lecture, code)}
            lignesDeLAnnee={await lignesDeLIndicateur(lecture, code, 12)}
            pairsDuMois={(await pairsDuMois(lecture)).filter(lui)}
            pairsDeLAnnee={(await pairsDuMois(lecture, 12)).filter(lui)}
            historique={
              await historiqueDe(lecture, derniersMois(tousLesMois, lecture.calcule.mois, MOIS_DES_COURBES), {
                niveaux: ['TERRITOIRE', 'CATEGORIE', 'SERVICE', 'GUICHET'],
                indicateur: code,
              })
            }
            exports={lienExport(contexte, { indicateur: code })}
          />,
        )
      }),
    )
