import { Hono } from 'hono'
import { lirePoints } from '../../metrics/historique.ts'
import { serie } from '../../metrics/stats/serie.ts'
import { PageGuichet } from '../../web/pages/guichet.tsx'
import { Guichets } from '../../web/pages/guichets.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import type { Deps } from '../deps.ts'
import { derniersMois } from '../modeles/contexte.ts'
import { guichetsDuMois, historiqueDe, lignesAffichees, lignesDuMois, signalementsDe } from '../modeles/donnees.ts'
import { lienExport } from '../modeles/exports.ts'
import { FICHES } from '../modeles/fiches.ts'
import { unefois } from '../services/lectures.ts'
import { pageDuMois } from './page.tsx'

/** `/guichets`, the matrix, and `/guichets/:code`, one of them. */
export const guichets = (deps: Deps): Hono =>
  new Hono()
    .get(
      '/guichets',
      pageDuMois(deps, async (c, { contexte, calcule, territoire, tousLesMois, etat }) => {
        const { base } = deps
        const precedent = derniersMois(tousLesMois, calcule.mois, 2).at(-2)
        const connu = etat?.calcules.some(({ mois }) => mois === precedent)
        const lignes = await lignesAffichees(base, territoire, calcule)
        return c.html(
          <Guichets
            contexte={contexte}
            indicateurs={FICHES}
            guichets={await guichetsDuMois(base, territoire, calcule)}
            lignes={lignes.filter(({ niveau }) => niveau === 'GUICHET')}
            historique={
              await historiqueDe(base, territoire, derniersMois(tousLesMois, calcule.mois, 13), {
                niveaux: ['GUICHET'],
              })
            }
            etatsPrecedents={connu && precedent ? await signalementsDe(base, territoire, [precedent]) : null}
            exports={lienExport(contexte, { niveau: 'GUICHET' })}
          />,
        )
      }),
    )
    .get(
      '/guichets/:code',
      pageDuMois(deps, async (c, { contexte, calcule, territoire, tousLesMois }) => {
        const { base } = deps
        const code = (c.req.param('code') ?? '').toUpperCase()
        const guichet = (await guichetsDuMois(base, territoire, calcule)).find((connu) => connu.code === code)
        if (guichet === undefined) return c.html(<Introuvable contexte={contexte} quoi={`le guichet ${code}`} />, 404)
        const lignes = (await lignesDuMois(base, territoire, calcule)).filter(({ niveau }) => niveau === 'GUICHET')
        const deLui = ({ niveau, entite }: { niveau: string; entite: string }) =>
          niveau === 'GUICHET' && entite === code
        const mois = derniersMois(tousLesMois, calcule.mois, 25)
        const semblables = new Set(
          (await guichetsDuMois(base, territoire, calcule))
            .filter((g) => g.categorie !== null && g.categorie === guichet.categorie)
            .map((g) => g.code),
        )
        const points = await unefois(base, `points ${territoire} ${code} ${calcule.mois}`, () =>
          lirePoints(base.connection, territoire, 'GUICHET', code, mois),
        )
        const series = FICHES.map((fiche) => {
          const propres = new Map(points.filter((p) => p.indicateur === fiche.code).map((p) => [p.mois, p]))
          const valeurs = mois.map((m) => ({
            mois: m,
            valeur: propres.get(m)?.valeur ?? null,
            n: propres.get(m)?.denominateur ?? null,
            en_cours: false,
          }))
          return { indicateur: fiche.code, points: serie(valeurs, fiche.unite) }
        })
        return c.html(
          <PageGuichet
            contexte={contexte}
            guichet={guichet}
            indicateurs={FICHES}
            lignes={(await lignesAffichees(base, territoire, calcule)).filter(deLui)}
            series={series}
            pairs={lignes.filter(({ entite }) => semblables.has(entite))}
            exports={lienExport(contexte, { niveau: 'GUICHET', entite: code })}
          />,
        )
      }),
    )
