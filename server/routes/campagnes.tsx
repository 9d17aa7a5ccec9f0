import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ACTES_CAMPAGNE, type ActeReponse } from '../../web/habilitations.ts'
import { PageCampagne } from '../../web/pages/campagne.tsx'
import { Recapitulatif } from '../../web/pages/recapitulatif-revue.tsx'
import { PageRevueService } from '../../web/pages/revue-service.tsx'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { MACHINE_CAMPAGNES } from '../gestion/habilitations/campagne.ts'
import { MACHINE_REPONSES } from '../gestion/habilitations/reponse.ts'
import { marqueDuRecap } from '../gestion/habilitations/revue.ts'
import { actesDe } from '../gestion/machine.ts'
import { lienExportReponses } from '../lecture/exports.ts'
import { lireCampagnesVues, lireRevueDuService } from '../lecture/habilitations/campagnes.ts'
import { sujetDesHabilitations } from '../lecture/habilitations/sujet.ts'
import { agirSurCampagne, agirSurReponse } from '../services/habilitations/campagnes.ts'
import { repondreALaRevue, signerLaRevue } from '../services/habilitations/repondre.ts'
import { lettreDeRevue } from '../services/lettres-campagnes.ts'
import { envoyerDocument, formeDemandee } from './envoyer-document.ts'
import { enRefus, lireBrut, lireFormulaire, OCTETS_DE_FORMULAIRE } from './formulaire.ts'
import { lireReponses, schemaActeDeCampagne, schemaActeDeReponse } from './saisie-habilitation.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

type Saisie = Readonly<Record<string, string>>

const FAITS: Readonly<Record<Exclude<ActeReponse, 'ENVOYER' | 'REPONDRE'>, string>> = {
  SIGNER: 'La revue est signée. Le gestionnaire clôt ce qui est à clore.',
  ENREGISTRER: 'La réponse du service est enregistrée.',
  RELANCER: 'La relance est notée.',
  ROUVRIR: 'La réponse est rouverte.',
}

/** `/habilitations/campagnes`: the yearly review, sent to each service, answered and signed by each. */
export const campagnes = (deps: Deps): Hono<Env> => {
  const trouverCampagne = async (c: Context<Env>) => {
    const lu = await sujetDesHabilitations(deps, c)
    if (lu === null) return null
    const toutes = await lireCampagnesVues(c.get('lecteur'), lu.contexte.territoire, lu.aujourdhui)
    const campagne = toutes.find(({ id }) => String(id) === c.req.param('id'))
    return campagne === undefined ? null : { ...lu, campagne }
  }
  type Trouvee = NonNullable<Awaited<ReturnType<typeof trouverCampagne>>>

  const rendreCampagne = (c: Context<Env>, { contexte, campagne }: Trouvee, refus?: string, saisie: Saisie = {}) => {
    const { fait } = annonceDe(deps, c)
    return c.html(
      <PageCampagne
        contexte={contexte}
        campagne={campagne}
        possibles={actesDe(MACHINE_CAMPAGNES, campagne.etat, c.get('acces').role).map(({ acte }) => acte)}
        saisie={saisie}
        lettres={c.get('acces').role === 'gestionnaire' && campagne.etat === 'EN_COURS'}
        exports={lienExportReponses(contexte, campagne.id)}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus === undefined ? 200 : 422,
    )
  }

  const trouverRevue = async (c: Context<Env>) => {
    const lu = await sujetDesHabilitations(deps, c)
    if (lu === null) return null
    const demandee = { campagne: Number(c.req.param('id')), service: c.req.param('service') ?? '' }
    const revue = await lireRevueDuService(c.get('lecteur'), lu.contexte.territoire, demandee)
    return revue === null ? null : { ...lu, revue, demandee }
  }
  type Revue = NonNullable<Awaited<ReturnType<typeof trouverRevue>>>

  const rendreRevue = (c: Context<Env>, { contexte, revue }: Revue, refus?: string, saisie: Saisie = {}) => {
    const { fait } = annonceDe(deps, c)
    const enCours = revue.campagne.etat === 'EN_COURS'
    return c.html(
      <PageRevueService
        contexte={contexte}
        revue={revue}
        possibles={
          enCours ? actesDe(MACHINE_REPONSES, revue.reponse.etat, c.get('acces').role).map(({ acte }) => acte) : []
        }
        saisie={saisie}
        {...(fait ? { fait } : {})}
        {...enRefus(refus)}
      />,
      refus === undefined ? 200 : 422,
    )
  }

  const rendreRecap = (c: Context<Env>, { contexte, revue }: Revue, refus?: string) =>
    c.html(
      <Recapitulatif
        contexte={contexte}
        revue={revue}
        marques={revue.lignes.map(({ id, reponse }) => marqueDuRecap(id, reponse))}
        papier={c.get('acces').role === 'gestionnaire'}
        {...enRefus(refus)}
      />,
      refus === undefined ? 200 : 422,
    )

  const agir = async (c: Context<Env>, lu: Revue) => {
    const saisie = await lireBrut(c)
    const champs = await lireFormulaire(c, schemaActeDeReponse)
    if ('reproche' in champs) return rendreRevue(c, lu, champs.reproche, saisie)
    const { acte, vu, texte } = champs.champs
    const { campagne, service } = lu.demandee
    const chemin = `/habilitations/campagnes/${campagne}/services/${encodeURIComponent(service)}`
    if (acte === 'REPONDRE') {
      const lues = lireReponses(lu.revue.lignes, saisie)
      const refus = 'reproche' in lues ? lues.reproche : await repondreALaRevue(lu.acteur, lu.demandee, lues.reponses)
      return refus === null ? continuer(deps, c, `${chemin}/recapitulatif`, {}) : rendreRevue(c, lu, refus, saisie)
    }
    const signe = acte === 'SIGNER' || acte === 'ENREGISTRER'
    const refus = signe
      ? await signerLaRevue(lu.acteur, lu.demandee, { vus: vu, papier: acte === 'SIGNER' ? null : texte })
      : await agirSurReponse(lu.acteur, lu.demandee, acte, texte)
    if (refus === null) return continuer(deps, c, chemin, { fait: FAITS[acte] })
    return signe ? rendreRecap(c, lu, refus) : rendreRevue(c, lu, refus, saisie)
  }

  return new Hono<Env>()
    .use('/habilitations/campagnes/*', bodyLimit({ maxSize: OCTETS_DE_FORMULAIRE }))
    .get('/habilitations/campagnes/:id', async (c) => {
      const lu = await trouverCampagne(c)
      return lu === null ? sansSujet(c) : rendreCampagne(c, lu)
    })
    .post('/habilitations/campagnes/:id', async (c) => {
      const lu = await trouverCampagne(c)
      if (lu === null) return c.notFound()
      const saisie = await lireBrut(c)
      const champs = await lireFormulaire(c, schemaActeDeCampagne)
      if ('reproche' in champs) return rendreCampagne(c, lu, champs.reproche, saisie)
      const { acte, jour, texte } = champs.champs
      const refus = await agirSurCampagne(lu.acteur, lu.campagne.id, acte, { jour, texte })
      if (refus !== null) return rendreCampagne(c, lu, refus, saisie)
      return continuer(deps, c, `/habilitations/campagnes/${lu.campagne.id}`, { fait: `${ACTES_CAMPAGNE[acte]}.` })
    })
    .get('/habilitations/campagnes/:id/services/:service', async (c) => {
      const lu = await trouverRevue(c)
      return lu === null ? sansSujet(c) : rendreRevue(c, lu)
    })
    .post('/habilitations/campagnes/:id/services/:service', async (c) => {
      const lu = await trouverRevue(c)
      return lu === null ? c.notFound() : agir(c, lu)
    })
    .get('/habilitations/campagnes/:id/services/:service/recapitulatif', async (c) => {
      const lu = await trouverRevue(c)
      if (lu === null || lu.revue.reponse.etat === 'SIGNEE') return sansSujet(c)
      return rendreRecap(c, lu)
    })
    .get('/habilitations/campagnes/:id/services/:service/:fichier{lettre\\.[a-z]+}', async (c) => {
      const lu = await trouverRevue(c)
      const forme = formeDemandee(c)
      if (lu === null || forme === null || lu.revue.reponse.etat === 'SIGNEE') return c.notFound()
      const { territoire } = lu.contexte
      const commande = { territoire, forme, maintenant: deps.maintenant() }
      const lettre = await lettreDeRevue(c.get('lecteur'), lu.revue, commande)
      return 'refus' in lettre ? rendreRevue(c, lu, lettre.refus) : envoyerDocument(deps, c, lettre)
    })
}
