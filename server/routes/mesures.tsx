import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cleDeLigne } from '../../metrics/evolutions.ts'
import { peutOuvrir } from '../../web/contexte.ts'
import { ACTES_MESURE } from '../../web/mesures.ts'
import { Mesures } from '../../web/pages/mesures.tsx'
import { OuvrirMesure } from '../../web/pages/ouvrir-mesure.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lienExportMesures } from '../lecture/exports.ts'
import { lignesAChoisir, messagePropose } from '../lecture/ouvrir-mesure.ts'
import { lignesOffertes, lignesProposees, servicesDuMois } from '../lecture/preuves.ts'
import { type SujetMesures, sujetDesMesures } from '../lecture/sujet-mesures.ts'
import { lignesSuivies } from '../services/lignes-de-mesure.ts'
import { agir, echeanceDeReponse, ouvrir } from '../services/mesures.ts'
import { enRefus, lireBrut, lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { type Refusee, rendreMesure } from './page-mesure.tsx'
import { saisieDe, schemaActe, schemaOuverture } from './saisie-mesure.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

/** `/mesures`: what is asked of services, act by act. */
export const mesures = (deps: Deps): Hono<Env> => {
  const sujet = (c: Context<Env>) => sujetDesMesures(c, jourDe(deps.maintenant()))

  const rendreOuverture = async (c: Context<Env>, lu: SujetMesures, reste: Refusee & { lignes?: string[] } = {}) => {
    const { contexte, dernier, jugees } = lu
    if (dernier === null) return c.html(<PremiereUtilisation contexte={contexte} />)
    const { calcule } = dernier
    const offertes = await lignesOffertes(dernier)
    const demandees = reste.lignes ?? c.req.queries('ligne') ?? []
    const choisies = offertes.filter(({ ligne }) => demandees.includes(cleDeLigne(ligne)))
    const service = reste.saisie?.service ?? c.req.query('service') ?? choisies[0]?.service ?? null
    const echeance = echeanceDeReponse(dernier, jourDe(deps.maintenant()))
    return c.html(
      <OuvrirMesure
        contexte={contexte}
        services={servicesDuMois(dernier)}
        service={service}
        lignes={service === null ? [] : lignesAChoisir(offertes, service, lignesSuivies(jugees))}
        choisies={choisies.map(({ ligne }) => cleDeLigne(ligne))}
        texte={reste.saisie?.texte ?? messagePropose(choisies, echeance)}
        mois={calcule.mois}
        instantane={calcule.instantane}
        echeance={echeance}
        {...enRefus(reste.refus)}
      />,
      reste.refus ? 422 : 200,
    )
  }

  return new Hono<Env>()
    .use('/mesures/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/mesures', async (c) => {
      const lu = await sujet(c)
      if (lu === null) return sansSujet(c)
      const { contexte, dernier, jugees } = lu
      const { fait } = annonceDe(deps, c)
      const propose = dernier !== null && peutOuvrir(contexte, '/mesures/ouvrir')
      return c.html(
        <Mesures
          contexte={contexte}
          mesures={jugees.map(({ vue }) => vue)}
          proposees={propose ? await lignesProposees(dernier, new Set(lignesSuivies(jugees).keys())) : []}
          exports={lienExportMesures(contexte)}
          {...(fait ? { fait } : {})}
        />,
      )
    })
    .get('/mesures/ouvrir', async (c) => {
      const lu = await sujet(c)
      return lu === null ? sansSujet(c) : rendreOuverture(c, lu)
    })
    .post('/mesures', async (c) => {
      const lu = await sujet(c)
      if (lu === null || lu.dernier === null) return c.notFound()
      const brut = await c.req.parseBody({ all: true })
      const saisie = { service: String(brut.service ?? ''), texte: String(brut.texte ?? '') }
      const lignes = [brut.ligne ?? []].flat().map(String)
      const champs = await lireFormulaire(c, schemaOuverture)
      if ('reproche' in champs) return rendreOuverture(c, lu, { refus: champs.reproche, saisie, lignes })
      const { ligne, ...reste } = champs.champs
      const issue = await ouvrir(lu.dernier, lu.jugees, { ...reste, lignes: ligne }, deps.maintenant())
      if ('refus' in issue) return rendreOuverture(c, lu, { refus: issue.refus, saisie, lignes })
      return continuer(deps, c, `/mesures/${issue.id}`, {
        fait: `La mesure ${issue.reference} est ouverte. La preuve est figée.`,
      })
    })
    .get('/mesures/:id', async (c) => {
      const lu = await sujet(c)
      const jugee = lu?.jugees.find(({ mesure }) => String(mesure.id) === c.req.param('id'))
      if (!lu || jugee === undefined) return sansSujet(c)
      const { fait } = annonceDe(deps, c)
      return rendreMesure(c, lu, jugee, fait ? { fait } : {})
    })
    .post('/mesures/:id', async (c) => {
      const lu = await sujet(c)
      const jugee = lu?.jugees.find(({ mesure }) => String(mesure.id) === c.req.param('id'))
      if (!lu?.dernier || jugee === undefined) return c.notFound()
      const saisie = await lireBrut(c)
      const champs = await lireFormulaire(c, schemaActe)
      if ('reproche' in champs) return rendreMesure(c, lu, jugee, { refus: champs.reproche, saisie })
      const { acte, ligne: lignes, adresse, liste } = champs.champs
      if (acte === 'JOINDRE')
        return rendreMesure(c, lu, jugee, { refus: 'Un document se joint par son propre formulaire.', saisie })
      const demande = { acte, saisie: saisieDe(champs.champs), lignes, adresse, liste }
      const issue = await agir(lu.dernier, lu.jugees, jugee, demande, deps.maintenant())
      if ('refus' in issue) return rendreMesure(c, lu, jugee, { refus: issue.refus, saisie })
      return continuer(deps, c, `/mesures/${jugee.mesure.id}`, { fait: `C’est enregistré : ${ACTES_MESURE[acte]}.` })
    })
}
