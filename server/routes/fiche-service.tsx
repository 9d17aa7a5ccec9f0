import { type Context, Hono } from 'hono'
import { CATEGORIES } from '../../ingest/contract/codes.ts'
import { estJour } from '../../ingest/socle/jour.ts'
import { listCategories, nomCategorie } from '../../web/categories.ts'
import { FicheService } from '../../web/pages/fiche-service.tsx'
import { ACTES_CONFIRMATION, ACTES_CONVENTION } from '../../web/registre.ts'
import type { ServiceVue } from '../../web/registre-vue.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { actesDe } from '../gestion/machine.ts'
import { MACHINE_CONFIRMATION } from '../gestion/registre/confirmation.ts'
import { MACHINE_CONVENTION } from '../gestion/registre/convention.ts'
import { jourDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { bilansAttendusDe } from '../lecture/registre/bilans.ts'
import { evenementsDe } from '../lecture/registre/evenements.ts'
import { type SujetRegistre, serviceNomme, sujetDuRegistre } from '../lecture/registre/sujet.ts'
import { consignerFait } from '../services/agenda.ts'
import { lettreDeConfirmation } from '../services/lettres-campagnes.ts'
import { agirSurConfirmation, agirSurConvention, modifierFiche } from '../services/registre.ts'
import { acteurDeLAgenda } from './acteur-agenda.ts'
import { envoyerDocument, formeDemandee } from './envoyer-document.ts'
import { lireFormulaire } from './formulaire.ts'
import { schemaConfirmation, schemaConvention, schemaFiche, schemaRecu } from './saisie-registre.ts'
import { sansSujet } from './sans-sujet.tsx'
import { annonceDe, continuer } from './suite.ts'

interface Refusee {
  readonly refus?: string
  readonly saisie?: Readonly<Record<string, string>>
}

/** `/registre/:service`: the sheet of a service, and what is done of it. */
export const ficheService = (deps: Deps): Hono<Env> => {
  const aujourdhui = () => jourDe(deps.maintenant())

  /** The acts that a role has of a service as it stands. */
  const actesPossibles = ({ lecteur }: SujetRegistre, { convention, confirmation, attendu }: ServiceVue) => ({
    convention: actesDe(MACHINE_CONVENTION, convention.etat, lecteur.acces.role).map(({ acte }) => acte),
    confirmation: attendu
      ? actesDe(MACHINE_CONFIRMATION, confirmation.etat, lecteur.acces.role).map(({ acte }) => acte)
      : [],
  })

  const page = async (c: Context<Env>, { refus, saisie = {} }: Refusee = {}) => {
    const { fait } = annonceDe(deps, c)
    const demande = c.req.query('au') ?? ''
    const au = estJour(demande) && demande < aujourdhui() ? demande : null
    const sujet = await sujetDuRegistre(c, au ?? aujourdhui())
    const service = sujet === null ? undefined : serviceNomme(sujet, c.req.param('service'))
    if (sujet === null || service === undefined) return sansSujet(c)
    const { lecteur, contexte, territoire, range } = sujet
    const tient = lecteur.acces.role === 'gestionnaire' && au === null
    return c.html(
      <FicheService
        contexte={{ ...contexte, chemin: `/registre/${service.service}` }}
        service={service}
        evenements={evenementsDe(range, service.service, await nommerAuteurs(lecteur))}
        actes={au === null ? actesPossibles(sujet, service) : { convention: [], confirmation: [] }}
        peutModifier={tient}
        categories={listCategories(CATEGORIES).map((code) => [code, nomCategorie(code)] as const)}
        bilansAttendus={tient ? await bilansAttendusDe(lecteur, territoire, service, aujourdhui()) : []}
        aujourdhui={aujourdhui()}
        au={au}
        saisie={saisie}
        {...(fait ? { fait } : {})}
        {...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } } : {})}
      />,
      refus ? 422 : 200,
    )
  }

  /** What a form of a sheet is sent with: who acts, on which service that they see, what was typed. */
  const envoiDe = async (c: Context<Env>, forme: string) => {
    const [acteur, sujet] = [await acteurDeLAgenda(deps, c), await sujetDuRegistre(c, aujourdhui())]
    const service = sujet === null ? undefined : serviceNomme(sujet, c.req.param('service'))
    if (acteur === null || sujet === null || service === undefined) return null
    const brut = await c.req.parseBody()
    const saisie = { ...Object.fromEntries(Object.entries(brut).map(([nom, v]) => [nom, String(v)])), forme }
    return { acteur, sujet, service, code: service.service, saisie }
  }

  /** Back to the sheet once an act is done; the sheet with what was wrong where it was not. */
  const finir = (c: Context<Env>, code: string, { refus, saisie }: Refusee, fait: string, ancre: string) =>
    refus === undefined
      ? continuer(deps, c, `/registre/${encodeURIComponent(code)}#${ancre}`, { fait })
      : page(c, { refus, ...(saisie === undefined ? {} : { saisie }) })

  const enRefus = (refus: string | null, saisie: Readonly<Record<string, string>>): Refusee =>
    refus === null ? {} : { refus, saisie }

  return new Hono<Env>()
    .get('/registre/:service', (c) => page(c))
    .get('/registre/:service/:fichier{lettre\\.[a-z]+}', async (c) => {
      const sujet = await sujetDuRegistre(c, aujourdhui())
      const service = sujet === null ? undefined : serviceNomme(sujet, c.req.param('service'))
      const forme = formeDemandee(c)
      if (sujet === null || service === undefined || forme === null) return c.notFound()
      if (!actesPossibles(sujet, service).confirmation.includes('RELANCER')) return c.notFound()
      const { lecteur, territoire } = sujet
      const lettre = await lettreDeConfirmation(lecteur, service, { territoire, forme, maintenant: deps.maintenant() })
      return 'refus' in lettre ? page(c, { refus: lettre.refus }) : envoyerDocument(deps, c, lettre)
    })
    .post('/registre/:service/fiche', async (c) => {
      const envoi = await envoiDe(c, 'fiche')
      if (envoi === null) return c.notFound()
      const { acteur, code, saisie } = envoi
      const lu = await lireFormulaire(c, schemaFiche)
      if ('reproche' in lu) return page(c, { refus: lu.reproche, saisie })
      const { texte, ...fiche } = lu.champs
      return finir(
        c,
        code,
        enRefus(await modifierFiche(acteur, code, fiche, texte), saisie),
        'La fiche est à jour.',
        'fiche-public',
      )
    })
    .post('/registre/:service/convention', async (c) => {
      const envoi = await envoiDe(c, 'convention')
      if (envoi === null) return c.notFound()
      const { acteur, code, saisie } = envoi
      const lu = await lireFormulaire(c, schemaConvention)
      if ('reproche' in lu) return page(c, { refus: lu.reproche, saisie })
      const { acte, ...reste } = lu.champs
      const refus = await agirSurConvention(acteur, code, acte, reste)
      return finir(c, code, enRefus(refus, saisie), `C’est inscrit : ${ACTES_CONVENTION[acte]}.`, 'convention')
    })
    .post('/registre/:service/confirmation', async (c) => {
      const envoi = await envoiDe(c, 'confirmation')
      if (envoi === null) return c.notFound()
      const { acteur, code, saisie, service } = envoi
      if (!service.attendu) return c.notFound()
      const lu = await lireFormulaire(c, schemaConfirmation)
      if ('reproche' in lu) return page(c, { refus: lu.reproche, saisie })
      const { acte, texte, ...champs } = lu.champs
      const propose = Object.fromEntries(Object.entries(champs).filter(([, dit]) => dit !== undefined))
      const refus = await agirSurConfirmation(acteur, code, acte, { propose, texte })
      return finir(c, code, enRefus(refus, saisie), `C’est enregistré : ${ACTES_CONFIRMATION[acte]}.`, 'confirmation')
    })
    .post('/registre/:service/consigner', async (c) => {
      const envoi = await envoiDe(c, 'recu')
      if (envoi === null) return c.notFound()
      const { acteur, sujet, service, code, saisie } = envoi
      const lu = await lireFormulaire(c, schemaRecu)
      if ('reproche' in lu) return page(c, { refus: lu.reproche, saisie })
      const { quoi, fait_le } = lu.champs
      if (fait_le > aujourdhui()) return page(c, { refus: 'La date ne peut pas être dans l’avenir.', saisie })
      const annees = await bilansAttendusDe(sujet.lecteur, sujet.territoire, service, aujourdhui())
      const [obligation, annee = ''] = quoi.split(' ')
      const commun = { service: code, fait_le, texte: '' }
      if (obligation === 'FORMATION_SERVICE' && service.formeLe === null)
        await consignerFait(acteur, { obligation, periode: code, ...commun })
      else if (obligation === 'BILANS_BAILLEURS' && annees.includes(annee))
        await consignerFait(acteur, { obligation, periode: annee, ...commun })
      else return page(c, { refus: 'Cette obligation n’attend rien de ce service : recharger la page.', saisie })
      return finir(c, code, {}, 'C’est consigné.', 'convention')
    })
}
