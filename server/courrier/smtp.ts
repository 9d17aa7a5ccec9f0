import { createTransport } from 'nodemailer'
import { type Courrier, EchecDEnvoi } from './courrier.ts'
import { versLettre } from './ecrire.ts'

const ATTENTE = 20_000

/** What the library says of a message that did not leave. */
interface ErreurSmtp {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly syscall?: string
}

/** Failures before the first octet of the message: nothing can have left. */
const AVANT_TOUT: ReadonlySet<string> = new Set(['EDNS', 'EAUTH', 'ETLS', 'EENVELOPE', 'ECONNREFUSED', 'EPROTOCOL'])

const PERMANENT = 500

const echecDe = (cause: unknown): EchecDEnvoi => {
  const { code = '', command = '', responseCode, syscall } = (cause ?? {}) as ErreurSmtp
  if (responseCode !== undefined) {
    const phrase = `Le serveur de messagerie a répondu ${responseCode}.`
    // A server that refuses who speaks to it may be set right; one that refuses the message or its address will again.
    const refuse = responseCode >= PERMANENT && code !== 'EAUTH' && command !== 'CONN' && !command.startsWith('AUTH')
    return new EchecDEnvoi(refuse ? 'REFUSE' : 'ECHOUE', phrase, { cause })
  }
  if (AVANT_TOUT.has(code) || syscall === 'connect' || syscall === 'getaddrinfo' || command === 'CONN')
    return new EchecDEnvoi('ECHOUE', 'Le serveur de messagerie ne répond pas.', { cause })
  return new EchecDEnvoi('INCERTAIN', 'La liaison s’est rompue pendant l’envoi : le message est peut-être parti.', {
    cause,
  })
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
      try {
        await transport.sendMail(versLettre(message, expediteur))
      } catch (cause) {
        throw echecDe(cause)
      }
    },
  }
}
