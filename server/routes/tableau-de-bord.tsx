import { Hono } from 'hono'
import { TableauDeBord } from '../../web/pages/tableau-de-bord.tsx'
import type { Deps } from '../deps.ts'
import { derniersMois } from '../modeles/contexte.ts'
import { chargementsDe, guichetsDuMois, historiqueDe, lignesAffichees, signalementsDe } from '../modeles/donnees.ts'
import { lienExport } from '../modeles/exports.ts'
import { FICHES } from '../modeles/fiches.ts'
import { pageDuMois } from './page.tsx'

/** `/`: the month at a glance. */
export const tableauDeBord = (deps: Deps): Hono =>
  new Hono().get(
    '/',
    pageDuMois(deps, async (c, { contexte, calcule, territoire, tousLesMois, etat }) => {
      const { base } = deps
      const treize = derniersMois(tousLesMois, calcule.mois, 13)
      const calcules = new Set(etat?.calcules.map(({ mois }) => mois))
      return c.html(
        <TableauDeBord
          contexte={contexte}
          indicateurs={FICHES}
          guichets={await guichetsDuMois(base, territoire, calcule)}
          lignes={await lignesAffichees(base, territoire, calcule)}
          historique={
            await historiqueDe(base, territoire, derniersMois(tousLesMois, calcule.mois, 25), {
              niveaux: ['TERRITOIRE'],
            })
          }
          etats={await signalementsDe(base, territoire, treize)}
          moisAvecEtats={treize.filter((mois) => calcules.has(mois))}
          dernierChargement={(await chargementsDe(base, territoire))[0] ?? null}
          exports={lienExport(contexte)}
        />,
      )
    }),
  )
