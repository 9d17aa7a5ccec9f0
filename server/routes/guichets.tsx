import { Hono } from 'hono'
import { ecarterLimitesTrompeuses } from '../../metrics/stats/limites-trompeuses.ts'
import { serie } from '../../metrics/stats/serie.ts'
import { rupturesDeLIndicateur } from '../../web/modeles/annotations.ts'
import { trouverVoisins } from '../../web/modeles/voisins.ts'
import { PageGuichet } from '../../web/pages/guichet.tsx'
import { Guichets } from '../../web/pages/guichets.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { codesDeLaCategorie, exigerEntite } from '../acces/lecteur.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { annotationsDe, moisDesLimites } from '../lecture/annotations.ts'
import { attributionsDuGuichet } from '../lecture/attributions/guichet.ts'
import {
  etatsSignalesDe,
  historiqueDe,
  lignesAffichees,
  lignesDesPairs,
  pairsDuMois,
  pointsDe,
} from '../lecture/chiffres.ts'
import { lienExport, lienExportGuichets, lienFiche } from '../lecture/exports.ts'
import { mesuresDuGuichet } from '../lecture/mesures.ts'
import { derniersMois, MOIS_DES_COURBES, MOIS_DES_ETATS } from '../lecture/territoires.ts'
import { pageDuMois } from './page.tsx'

/** `/guichets`, the matrix, and `/guichets/:code`, one of them. */
export const guichets = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get(
      '/guichets',
      pageDuMois(deps, async (c, { contexte, fiches, lecture, tousLesMois, etat }) => {
        const { calcule, portee } = lecture
        const precedent = derniersMois(tousLesMois, calcule.mois, 2).at(-2)
        const connu = etat?.calcules.some(({ mois }) => mois === precedent)
        const lignes = await lignesAffichees(lecture)
        return c.html(
          <Guichets
            contexte={contexte}
            indicateurs={fiches}
            guichets={portee.guichets}
            lignes={lignes.filter(({ niveau }) => niveau === 'GUICHET')}
            historique={
              await historiqueDe(lecture, derniersMois(tousLesMois, calcule.mois, MOIS_DES_ETATS), {
                niveaux: ['GUICHET'],
              })
            }
            etatsPrecedents={connu && precedent ? await etatsSignalesDe(lecture, [precedent]) : null}
            exports={lienExportGuichets(contexte)}
          />,
        )
      }),
    )
    .get(
      '/guichets/:code',
      pageDuMois(deps, async (c, { contexte, fiches, lecture, tousLesMois }) => {
        const { lecteur, calcule, portee, territoire } = lecture
        const code = (c.req.param('code') ?? '').toUpperCase()
        exigerEntite(portee, { niveau: 'GUICHET', entite: code })
        const guichet = portee.guichets.find((connu) => connu.code === code)
        if (guichet === undefined) return c.html(<Introuvable contexte={contexte} quoi={`le guichet ${code}`} />, 404)
        const deLui = ({ niveau, entite }: { niveau: string; entite: string }) =>
          niveau === 'GUICHET' && entite === code
        const mois = derniersMois(tousLesMois, calcule.mois, MOIS_DES_COURBES)
        const semblables = await codesDeLaCategorie(lecteur, territoire, calcule, guichet.categorie)
        const annotations = await annotationsDe(lecture, code)
        const moisLus = moisDesLimites(annotations, mois, tousLesMois)
        const lus = await pointsDe(lecture, code, moisLus)
        const series = fiches.map((fiche) => {
          const propres = new Map(lus.filter((p) => p.indicateur === fiche.code).map((p) => [p.mois, p]))
          const valeurs = moisLus.map((m) => ({
            mois: m,
            valeur: propres.get(m)?.valeur ?? null,
            n: propres.get(m)?.denominateur ?? null,
            en_cours: false,
          }))
          const ruptures = rupturesDeLIndicateur(annotations, fiche.code)
          const debut = ruptures.length > 0 ? undefined : mois[0]
          const points = serie(
            valeurs.filter((v) => debut === undefined || v.mois >= debut),
            fiche.unite,
            fiche.nature,
            ruptures,
          )
            .slice(-mois.length)
            .map((point) => ({
              ...point,
              ic_bas: propres.get(point.mois)?.ic_bas ?? null,
              ic_haut: propres.get(point.mois)?.ic_haut ?? null,
            }))
          return { indicateur: fiche.code, points: ecarterLimitesTrompeuses(points, fiche.unite) }
        })
        const lignes = await lignesAffichees(lecture)
        const attributions = await attributionsDuGuichet(lecture, fiches, guichet)
        return c.html(
          <PageGuichet
            contexte={contexte}
            guichet={guichet}
            indicateurs={fiches}
            lignes={lignes.filter(deLui)}
            voisins={trouverVoisins(code, portee.guichets, fiches, lignes)}
            series={series}
            annotations={annotations}
            peutNoter={lecteur.acces.role === 'gestionnaire'}
            pairs={await lignesDesPairs(lecture, semblables)}
            pairsJuges={await pairsDuMois(lecture)}
            mesures={await mesuresDuGuichet(lecture, code, jourDe(deps.maintenant()))}
            {...(attributions ? { attributions } : {})}
            exports={[...lienFiche(contexte, code), ...lienExport(contexte, { niveau: 'GUICHET', entite: code })]}
          />,
        )
      }),
    )
