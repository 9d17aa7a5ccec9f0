import { createTransport } from 'nodemailer'
import { type Courrier, EchecDEnvoi } from './courrier.ts'
import { versLettre } from './ecrire.ts'

const ATTENTE = 20_000

/** What the library says of a message that did not leave. */
interface ErreurSmtp {
  readonly code?: string
  readonly responseCode?: number
}

const PERMANENT = 500

const direReponse = (responseCode: number | undefined): string =>
  responseCode === undefined
    ? 'Le serveur de messagerie ne répond pas.'
    : `Le serveur de messagerie a répondu ${responseCode}.`

/** Before the message is offered, nothing of it can have left. */
const avantDEnvoyer = (cause: unknown): EchecDEnvoi =>
  new EchecDEnvoi('ECHOUE', direReponse((cause as ErreurSmtp).responseCode), { cause })

/** Once it is, an answer tells what became of it, and silence does not. */
const pendantLEnvoi = (cause: unknown): EchecDEnvoi => {
  const { code, responseCode } = cause as ErreurSmtp
  if (code === 'EENVELOPE' && responseCode === undefined)
    return new EchecDEnvoi('REFUSE', 'L’adresse ne s’envoie pas telle qu’elle est écrite.', { cause })
  if (responseCode === undefined)
    return new EchecDEnvoi('INCERTAIN', 'La liaison s’est rompue : le message est peut-être parti.', { cause })
  return new EchecDEnvoi(responseCode >= PERMANENT ? 'REFUSE' : 'ECHOUE', direReponse(responseCode), { cause })
}

/** A mail server, by its address (`smtps://compte:phrase@hote:465`). */
export const createSmtp = (url: string, expediteur: string): Courrier => {
  const transport = createTransport({
    url,
    connectionTimeout: ATTENTE,
    greetingTimeout: ATTENTE,
    socketTimeout: ATTENTE,
  })
  return {
    fin: 'PARTIE',
    sansRisque: false,
    async remettre(message) {
      await transport.verify().catch((cause: unknown) => {
        throw avantDEnvoyer(cause)
      })
      await transport.sendMail(versLettre(message, expediteur)).catch((cause: unknown) => {
        throw pendantLEnvoi(cause)
      })
    },
  }
}
