import { Hono } from 'hono'
import { peutOuvrir } from '../../web/contexte.ts'
import { AccueilPartenaire } from '../../web/pages/accueil-partenaire.tsx'
import { TableauDeBord } from '../../web/pages/tableau-de-bord.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { qualificationsDuMois } from '../lecture/alertes.ts'
import { etatsSignalesDe, historiqueDe, lignesAffichees } from '../lecture/chiffres.ts'
import { lienExport } from '../lecture/exports.ts'
import { compterHabilitationsASuivre } from '../lecture/habilitations/lire.ts'
import { chargementsDe } from '../lecture/imports.ts'
import { mesuresEnCours } from '../lecture/mesures.ts'
import { listerRapports } from '../lecture/rapports/page.ts'
import { lireTuilesVues } from '../lecture/requetes.ts'
import { derniersMois, MOIS_DES_COURBES, MOIS_DES_ETATS } from '../lecture/territoires.ts'
import { accueilGuichet } from './accueil-guichet.tsx'
import { pageDuMois } from './page.tsx'

/** `/`: the month at a glance. */
export const tableauDeBord = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get(
    '/',
    pageDuMois(deps, async (c, sujet) => {
      const { contexte, fiches, lecture, tousLesMois, etat } = sujet
      const { lecteur, portee, territoire, calcule } = lecture
      if (lecteur.acces.role === 'partenaire') {
        const rapports = await listerRapports(lecteur, territoire, jourDe(deps.maintenant()))
        return c.html(<AccueilPartenaire contexte={contexte} rapports={rapports} />)
      }
      if (lecteur.acces.role === 'guichet') return accueilGuichet(deps, c, sujet)
      const treize = derniersMois(tousLesMois, calcule.mois, MOIS_DES_ETATS)
      const calcules = new Set(etat?.calcules.map(({ mois }) => mois))
      const aujourdhui = jourDe(deps.maintenant())
      const suivies = peutOuvrir(contexte, '/agenda/reunions/:id')
        ? {
            echeances: (await lireAgenda(lecteur, territoire, aujourdhui)).echeances,
            habilitations: await compterHabilitationsASuivre(lecteur, territoire, aujourdhui),
          }
        : { signalees: await mesuresEnCours(lecture, aujourdhui) }
      const qualifications = await qualificationsDuMois(lecture, aujourdhui)
      return c.html(
        <TableauDeBord
          contexte={contexte}
          indicateurs={fiches}
          guichets={portee.guichets}
          lignes={await lignesAffichees(lecture)}
          historique={
            await historiqueDe(lecture, derniersMois(tousLesMois, calcule.mois, MOIS_DES_COURBES), {
              niveaux: ['TERRITOIRE'],
            })
          }
          etats={await etatsSignalesDe(lecture, treize)}
          moisAvecEtats={treize.filter((mois) => calcules.has(mois))}
          {...(qualifications === null ? {} : { qualifications })}
          {...suivies}
          {...(peutOuvrir(contexte, '/requetes') ? { tuiles: await lireTuilesVues(lecteur, territoire) } : {})}
          dernierChargement={(await chargementsDe(lecteur, territoire))[0] ?? null}
          exports={lienExport(contexte)}
        />,
      )
    }),
  )
