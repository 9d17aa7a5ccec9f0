import { dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import {
  ACTES_CAMPAGNE,
  ACTES_REPONSE,
  type ActeCampagne,
  type ActeReponse,
  type BilanRevue,
  type EtatReponse,
} from '../../../web/habilitations.ts'
import { MACHINE_CAMPAGNES, type SaisieCampagne } from '../../gestion/habilitations/campagne.ts'
import { MACHINE_REPONSES } from '../../gestion/habilitations/reponse.ts'
import { etatDeReponse, situationDeCampagne } from '../../gestion/habilitations/revue.ts'
import { essayer } from '../../gestion/machine.ts'
import {
  ajouterActeDeCampagne,
  ajouterActeDeReponse,
  ajouterCampagne,
  ajouterDemande,
  type CampagneGardee,
  lireCampagnes,
} from '../../state/campagnes.ts'
import type { Acteur } from '../agenda.ts'
import { dUnTrait, journaliser, type Refuse } from './agir.ts'

/** A service that a review is sent to. */
export interface ServiceDemande {
  readonly code: string
  readonly libelle: string
}

const auteur = ({ role, qui, instant }: Acteur) => ({ role, par: qui, le: instant })

/** Writes an act of an answer, in the transaction of who asks. */
export const ecrireActeDeReponse = (
  acteur: Acteur,
  demande: number,
  acte: ActeReponse,
  vers: EtatReponse,
  { texte = '', bilan = null }: { readonly texte?: string; readonly bilan?: BilanRevue | null } = {},
): Promise<void> => ajouterActeDeReponse(acteur.etat, { demande, acte, vers, texte, bilan, ...auteur(acteur) })

/** Sends the review of a year to services, one at a time in a territory; its number, or why not. */
export const lancerCampagne = async (
  acteur: Acteur,
  { annee, echeance, services }: { annee: number; echeance: Jour | null; services: readonly ServiceDemande[] },
): Promise<Refuse | { readonly id: number }> => {
  const issue = await dUnTrait(acteur, async (seul): Promise<Refuse | { readonly id: number }> => {
    const { etat, territoire, aujourdhui, role } = seul
    const autres = await lireCampagnes(etat, territoire)
    if (autres.some(({ actes }) => situationDeCampagne(actes).etat === 'EN_COURS'))
      return { refus: 'Une revue est déjà en cours : la terminer avant d’en lancer une autre.' }
    if (autres.some((autre) => autre.annee === annee))
      return { refus: `La revue de ${annee} a déjà eu lieu : la rouvrir s’il le faut.` }
    const faits = { aujourdhui, demandes: services.length, attendues: services.length, echeance: null }
    const saisie = { jour: echeance, texte: '' }
    const lancee = essayer(MACHINE_CAMPAGNES, { etat: null, acte: 'LANCER', role, faits, saisie })
    if ('empechement' in lancee) return { refus: lancee.empechement.phrase }
    const id = await ajouterCampagne(etat, { territoire, annee })
    await ajouterActeDeCampagne(etat, {
      ...{ campagne: id, acte: 'LANCER', vers: lancee.vers, ...saisie },
      ...auteur(seul),
    })
    for (const { code, libelle } of services) {
      const demande = await ajouterDemande(etat, { campagne: id, service: code, service_libelle: libelle })
      await ecrireActeDeReponse(seul, demande, 'ENVOYER', 'ATTENDUE')
    }
    return { id }
  })
  if (!('refus' in issue))
    await journaliser(acteur, { quoi: dansPhrase(ACTES_CAMPAGNE.LANCER), campagne: issue.id }, services.length)
  return issue
}

const attenduesDe = ({ demandes }: CampagneGardee) => demandes.filter(({ actes }) => etatDeReponse(actes) !== 'SIGNEE')

/** Does an act of a review; why not, as a sentence, or null. To remind is to remind every service that has not signed. */
export const agirSurCampagne = async (
  acteur: Acteur,
  id: number,
  acte: ActeCampagne,
  saisie: SaisieCampagne,
): Promise<string | null> => {
  const refus = await dUnTrait(acteur, async (seul) => {
    const { etat, territoire, aujourdhui, role } = seul
    const campagne = (await lireCampagnes(etat, territoire)).find((une) => une.id === id)
    if (campagne === undefined) return 'Cette revue n’existe pas.'
    const situation = situationDeCampagne(campagne.actes)
    const attendues = attenduesDe(campagne)
    const { echeance } = situation
    const faits = { aujourdhui, demandes: campagne.demandes.length, attendues: attendues.length, echeance }
    const issue = essayer(MACHINE_CAMPAGNES, { etat: situation.etat, acte, role, faits, saisie })
    if ('empechement' in issue) return issue.empechement.phrase
    const jour = acte === 'PROLONGER' ? saisie.jour : null
    await ajouterActeDeCampagne(etat, {
      ...{ campagne: id, acte, vers: issue.vers, jour, texte: saisie.texte },
      ...auteur(seul),
    })
    if (acte === 'RELANCER')
      for (const { id: demande, actes } of attendues)
        await ecrireActeDeReponse(seul, demande, 'RELANCER', etatDeReponse(actes))
    return null
  })
  if (refus === null) await journaliser(acteur, { quoi: dansPhrase(ACTES_CAMPAGNE[acte]), campagne: id })
  return refus
}

/** Does an act of the answer of a service that the gestionnaire alone does: reminds it, or opens it again; why not, or null. */
export const agirSurReponse = async (
  acteur: Acteur,
  { campagne: id, service }: { readonly campagne: number; readonly service: string },
  acte: 'RELANCER' | 'ROUVRIR',
  texte: string,
): Promise<string | null> => {
  const refus = await dUnTrait(acteur, async (seul) => {
    const campagne = (await lireCampagnes(seul.etat, seul.territoire)).find((une) => une.id === id)
    const demande = campagne?.demandes.find((une) => une.service === service)
    if (campagne === undefined || demande === undefined) return 'Cette revue n’est pas envoyée à ce service.'
    const faits = { campagne: situationDeCampagne(campagne.actes).etat, sansReponse: 0, recapAJour: true }
    const etat = etatDeReponse(demande.actes)
    const issue = essayer(MACHINE_REPONSES, { etat, acte, role: seul.role, faits, saisie: { texte } })
    if ('empechement' in issue) return issue.empechement.phrase
    await ecrireActeDeReponse(seul, demande.id, acte, issue.vers, { texte })
    return null
  })
  if (refus === null) await journaliser(acteur, { quoi: dansPhrase(ACTES_REPONSE[acte]), campagne: id, service })
  return refus
}
