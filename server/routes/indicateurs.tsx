import { Hono } from 'hono'
import { tableauComparaison } from '../../reports/tableau/comparaison.ts'
import type { SourcesComparaison } from '../../web/modeles/comparaison-montree.ts'
import { PageIndicateur } from '../../web/pages/indicateur.tsx'
import { Indicateurs } from '../../web/pages/indicateurs.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { articlesDe, lireChartes } from '../lecture/chartes.ts'
import { historiqueDe, lignesAffichees, lignesDeLIndicateur, lignesDuMois, pairsDuMois } from '../lecture/chiffres.ts'
import { lienExport } from '../lecture/exports.ts'
import { derniersMois, MOIS_DES_COURBES } from '../lecture/territoires.ts'
import { envoyer } from './envoyer.ts'
import { pageDuMois, type SujetCalcule } from './page.tsx'

/** What an indicator's page compares; null for one that is not known. */
const lireComparaison = async ({ fiches, lecture }: SujetCalcule, code: string): Promise<SourcesComparaison | null> => {
  const fiche = fiches.find((connue) => connue.code === code)
  if (fiche === undefined) return null
  return {
    fiche,
    guichets: lecture.portee.guichets,
    lignes: (await lignesAffichees(lecture)).filter(({ indicateur }) => indicateur === code),
    lignesDuMois: await lignesDeLIndicateur(lecture, code),
    lignesDeLAnnee: await lignesDeLIndicateur(lecture, code, 12),
  }
}

/** `/indicateurs`, their list, `/indicateurs/:code`, one of them, and the points that its comparison is drawn from. */
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
      pageDuMois(deps, async (c, sujet) => {
        const { contexte, lecture, tousLesMois } = sujet
        const sources = await lireComparaison(sujet, c.req.param('code') ?? '')
        if (sources === null)
          return c.html(<Introuvable contexte={contexte} quoi={`l’indicateur ${c.req.param('code')}`} />, 404)
        const { code } = sources.fiche
        const lui = ({ indicateur }: { indicateur: string }) => indicateur === code
        return c.html(
          <PageIndicateur
            contexte={contexte}
            {...sources}
            pairsDuMois={(await pairsDuMois(lecture)).filter(lui)}
            pairsDeLAnnee={(await pairsDuMois(lecture, 12)).filter(lui)}
            historique={
              await historiqueDe(lecture, derniersMois(tousLesMois, lecture.calcule.mois, MOIS_DES_COURBES), {
                niveaux: ['TERRITOIRE', 'CATEGORIE', 'SERVICE', 'GUICHET'],
                indicateur: code,
              })
            }
            articles={articlesDe(
              await lireChartes(lecture.lecteur, lecture.territoire, jourDe(deps.maintenant())),
              code,
            )}
            exports={lienExport(contexte, { indicateur: code })}
          />,
        )
      }),
    )
    .get(
      '/indicateurs/:code/comparaison.arrow',
      pageDuMois(deps, async (c, sujet) => {
        const sources = await lireComparaison(sujet, c.req.param('code') ?? '')
        if (sources === null) return c.notFound()
        return envoyer(c, tableauComparaison(sujet.contexte, sources), 'arrow', `comparaison-${sources.fiche.code}`)
      }),
    )
