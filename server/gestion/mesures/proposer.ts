import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { joursEntre } from '../../../ingest/socle/jour.ts'
import type { ActeMesure } from '../../../web/mesures.ts'
import { essayer } from '../machine.ts'
import { estPassee, type FaitsMesure, RIEN_DE_SAISI } from './faits.ts'
import { MACHINE_MESURES } from './table.ts'

/** What the application would do next, and why: nothing is done of itself. */
export interface Proposition {
  /** Null: to wait. */
  readonly acte: ActeMesure | null
  readonly titre: string
  readonly raison: string
}

const permet = (faits: FaitsMesure, acte: ActeMesure): boolean =>
  'vers' in essayer(MACHINE_MESURES, { etat: faits.etat, acte, role: 'gestionnaire', faits, saisie: RIEN_DE_SAISI })

const enRetard = ({ aujourdhui, echeance }: FaitsMesure): string =>
  `L’échéance du ${formatJour(echeance)} est passée depuis ${compte(joursEntre(echeance, aujourdhui), 'jour')}`

const ATTENDRE_LES_INSTANTANES = (planRecu: string): Proposition => ({
  acte: null,
  titre: 'Attendre que deux instantanés suivent le plan d’actions',
  raison: `Le plan est reçu depuis le ${planRecu} : il faut lui laisser le temps d’agir avant d’en juger.`,
})

const CLORE: Proposition = {
  acte: 'CLORE',
  titre: 'Clore la mesure comme corrigée',
  raison: 'Tous ses indicateurs sont hors alerte depuis deux mois de suite.',
}

const surSignalement = (faits: FaitsMesure): Proposition => {
  if (permet(faits, 'FORMALISER'))
    return {
      acte: 'FORMALISER',
      titre: 'Formaliser la demande',
      raison: faits.sansAmelioration
        ? 'Les deux derniers instantanés qui ont suivi le plan d’actions ne montrent pas d’amélioration.'
        : `${enRetard(faits)}, sans plan d’actions.`,
    }
  if (faits.planRecu !== null) return ATTENDRE_LES_INSTANTANES(formatJour(faits.planRecu))
  return {
    acte: null,
    titre: `Attendre la réponse du service, jusqu’au ${formatJour(faits.echeance)}`,
    raison: 'Son délai pour envoyer un plan d’actions n’est pas passé.',
  }
}

const surDemande = (faits: FaitsMesure): Proposition => {
  const attend = faits.planRecu !== null && faits.planRecu >= (faits.formaliseeLe ?? faits.planRecu)
  if (attend && faits.planRecu !== null && !faits.sansAmelioration)
    return ATTENDRE_LES_INSTANTANES(formatJour(faits.planRecu))
  if (permet(faits, 'SIGNALER'))
    return {
      acte: 'SIGNALER',
      titre: 'Signaler au comité de pilotage et au préfet',
      raison:
        faits.observationsSurDemande === null
          ? `${enRetard(faits)}, sans observations, et l’envoi du ${formatJour(faits.envoiDeLaDemande)} prouve que le service a pu répondre.`
          : `Les observations sont reçues depuis le ${formatJour(faits.observationsSurDemande)} et les indicateurs ne sont pas corrigés : elles seront lues à côté des faits.`,
    }
  if (faits.envoiDeLaDemande === null)
    return {
      acte: 'ENVOYER',
      titre: 'Enregistrer l’envoi de la demande formalisée',
      raison: 'Sans lui, rien ne prouve que le service a pu répondre.',
    }
  return {
    acte: null,
    titre: `Attendre les observations du service, jusqu’au ${formatJour(faits.echeance)}`,
    raison: 'Son délai pour répondre à la demande formalisée n’est pas passé.',
  }
}

const surComite = (faits: FaitsMesure): Proposition =>
  faits.suite === null
    ? {
        acte: null,
        titre: 'Attendre la suite de la direction départementale',
        raison: `Le comité et le préfet sont saisis depuis le ${formatJour(faits.signaleeLe)} : elle note si une procédure est engagée.`,
      }
    : {
        acte: null,
        titre: 'Suivre les indicateurs jusqu’à deux mois de suite hors alerte',
        raison: `La suite est notée au ${formatJour(faits.suite.jour)}.`,
      }

/** The next act, with its reason; null once the measure is closed. */
export const proposer = (faits: FaitsMesure): Proposition | null => {
  if (faits.etat === 'CLOSE') return null
  if (faits.corrigee) return CLORE
  if (faits.etat === 'SIGNALEMENT_INFORMEL') return surSignalement(faits)
  return faits.etat === 'DEMANDE_FORMALISEE' ? surDemande(faits) : surComite(faits)
}

/** Whether a due date is past and still asks something of the service. */
export const estEnRetard = (faits: FaitsMesure): boolean =>
  estPassee(faits) &&
  ((faits.etat === 'SIGNALEMENT_INFORMEL' && faits.planRecu === null) ||
    (faits.etat === 'DEMANDE_FORMALISEE' && faits.observationsSurDemande === null))
