import { formatInstant } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { type EnvoiVu, ETATS_ENVOI, type EtatEnvoi } from '../diffusion.ts'

const SUITES: Partial<Readonly<Record<EtatEnvoi, string>>> = {
  INCERTAIN: 'Demander au destinataire s’il l’a reçu, avant de le renvoyer.',
  EN_ECHEC: 'Vérifier l’adresse, puis le renvoyer.',
  DEPOSE: 'Ouvrir le message, puis l’envoyer depuis votre messagerie.',
}

/** « Envoyé le 28/01/2027 à 10:15. » */
export const direEnvoi = ({ etat, detail, depuis, reprise, essais }: EnvoiVu): string => {
  const faits = [
    `${ETATS_ENVOI[etat]}, le ${formatInstant(depuis)}.`,
    ...(detail === '' ? [] : [detail]),
    ...(reprise === null ? [] : [`${compte(essais, 'essai')}, le prochain le ${formatInstant(reprise)}.`]),
    ...(SUITES[etat] === undefined ? [] : [SUITES[etat]]),
  ]
  return faits.join(' ')
}

/** Whether it can be asked for again. */
export const seRenvoie = ({ etat }: Pick<EnvoiVu, 'etat'>): boolean =>
  etat === 'EN_ECHEC' || etat === 'INCERTAIN' || etat === 'ANNULE'
