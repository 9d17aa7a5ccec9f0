import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { estObligation, NATURES_REUNION, type NatureReunion, SE_CONSIGNENT } from '../../web/agenda.ts'
import { mesurerActivite } from '../../web/modeles/activite.ts'
import { conventionsATerme } from '../../web/modeles/registre.ts'
import { Agenda as PageAgenda } from '../../web/pages/agenda.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lireTraitements } from '../lecture/activite.ts'
import { anneesDeLAgenda } from '../lecture/agenda/annees.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { faitsVus } from '../lecture/agenda/vue.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lienExportRegistre } from '../lecture/exports.ts'
import { lireServicesDuRegistre } from '../lecture/registre/lire.ts'
import { consignerFait, programmerReunion, retirerFait } from '../services/agenda.ts'
import { listerCalendriers } from '../state/calendriers.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { jour, lireFormulaire, OCTETS_DE_FORMULAIRE, requis, texte, texteSansNumero } from './formulaire.ts'
import { annonceDe, continuer } from './suite.ts'

const schemaFait = z.object({
  quoi: requis('L’obligation', 60),
  fait_le: jour,
  service: texte(20).default(''),
  texte: texteSansNumero(500).default(''),
})

const schemaReunion = z.object({
  nature: z.enum(Object.keys(NATURES_REUNION) as [NatureReunion, ...NatureReunion[]]),
  jour,
  lieu: texteSansNumero(200).default(''),
  texte: texteSansNumero(4000).default(''),
})

/** `/agenda`: what is owed, when, and what was done of it. */
export const agenda = (deps: Deps): Hono<Env> => {
  const { etat } = deps
  const aujourdhui = () => jourDe(deps.maintenant())

  const page = async (c: Context<Env>, refus?: string) => {
    const { fait, calendrier: adresse } = annonceDe(deps, c)
    const { lecteur, contexte } = await lireSujet(c)
    const { territoire } = contexte
    if (territoire === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    const lu = await lireAgenda(lecteur, territoire, aujourdhui())
    const { annee, annees } = anneesDeLAgenda(lu.depuis, aujourdhui(), c.req.query('annee'))
    const peutTenir = lecteur.acces.role === 'gestionnaire'
    const auComite = lecteur.acces.role === 'copil'
    const nommer = await nommerAuteurs(lecteur)
    // Who asks is looked at only where somebody has an address: until then the page is the same for all of a scope.
    const ouvert = (await listerCalendriers(etat, territoire)).find(({ compte }) => compte === c.get('compte').id)
    return c.html(
      <PageAgenda
        contexte={{ ...contexte, chemin: '/agenda' }}
        echeances={lu.echeances}
        annee={annee}
        annees={annees}
        reunions={auComite ? null : lu.reunions}
        faits={auComite ? [] : faitsVus(lu, nommer)}
        conventions={conventionsATerme((await lireServicesDuRegistre(lecteur, territoire, aujourdhui())).services)}
        activite={mesurerActivite(lu.echeances, await lireTraitements(lecteur, territoire, aujourdhui()), annee)}
        bailleurs={
          auComite
            ? []
            : lu.services.filter(({ bailleur }) => bailleur).map(({ code, libelle }) => [code, libelle] as const)
        }
        peutTenir={peutTenir}
        aujourdhui={aujourdhui()}
        calendrier={{ adresse: adresse ?? null, ouvertLe: ouvert?.cree_le.replace(' ', 'T').slice(0, 16) ?? null }}
        exports={
          auComite
            ? []
            : [
                ...lienExportRegistre(contexte, 'obligations'),
                ...lienExportRegistre(contexte, 'decisions').map(({ libelle, href }) => ({
                  libelle: `Décisions, ${libelle}`,
                  href,
                })),
              ]
        }
        {...(fait ? { fait } : {})}
        {...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/agenda/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/agenda', (c) => page(c))
    .post('/agenda/reunions', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaReunion)
      if ('reproche' in lu) return page(c, lu.reproche)
      const id = await programmerReunion(acteur, lu.champs)
      return continuer(deps, c, `/agenda/reunions/${id}`, { fait: 'La réunion est programmée.' })
    })
    .post('/agenda/faits', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      if (acteur === null) return c.notFound()
      const lu = await lireFormulaire(c, schemaFait)
      if ('reproche' in lu) return page(c, lu.reproche)
      const { quoi, fait_le, service, texte: dit } = lu.champs
      const [obligation = '', periode = ''] = quoi.split(' ')
      const { echeances, services } = await lireAgenda(c.get('lecteur'), acteur.territoire, aujourdhui())
      if (!estObligation(obligation) || !SE_CONSIGNENT.includes(obligation))
        return page(c, 'Cette obligation ne se consigne pas.')
      if (!echeances.some((e) => e.obligation === obligation && e.periode === periode && e.faiteLe === null))
        return page(c, 'Cette obligation n’attend rien : recharger la page.')
      if (fait_le > aujourdhui()) return page(c, 'La date ne peut pas être dans l’avenir.')
      const bailleur = services.find(({ code, bailleur: est }) => est && code === service)
      if (obligation === 'BILANS_BAILLEURS' && bailleur === undefined)
        return page(c, 'Un bilan se reçoit d’un bailleur : dire lequel.')
      const sien = obligation === 'BILANS_BAILLEURS' ? (bailleur?.code ?? null) : null
      await consignerFait(acteur, { obligation, periode, service: sien, fait_le, texte: dit })
      return continuer(deps, c, '/agenda#consignes', { fait: 'C’est consigné.' })
    })
    .post('/agenda/faits/:id/retirer', async (c) => {
      const acteur = await acteurDeLAgenda(deps, c)
      const id = Number(c.req.param('id'))
      if (acteur === null || !Number.isInteger(id) || !(await retirerFait(acteur, id))) return c.notFound()
      return continuer(deps, c, '/agenda#consignes', { fait: 'Le fait est retiré ; son retrait reste visible.' })
    })
}
