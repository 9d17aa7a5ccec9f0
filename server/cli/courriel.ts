import { readFileSync } from 'node:fs'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** The mail server that the environment names, and in whose name messages leave. */
export interface ConfigurationCourriel {
  readonly url: string
  readonly expediteur: string
}

const PROTOCOLES = new Set(['smtp:', 'smtps:'])

const refuser = (phrase: string): never => {
  throw new ErreurInfocentre('MESSAGERIE_REFUSEE', phrase)
}

/**
 * Reads `SMTP_URL` (or the file that `SMTP_URL_FICHIER` names, since it may hold a password) and `SMTP_EXPEDITEUR`; null
 * where no server is named.
 *
 * @throws ErreurInfocentre where the address is not a mail server's, or nobody is named to send: it never repeats the address.
 */
export const lireCourriel = (variables: Variables): ConfigurationCourriel | null => {
  const { SMTP_URL, SMTP_URL_FICHIER: fichier, SMTP_EXPEDITEUR: expediteur } = variables
  const url = SMTP_URL || (fichier ? readFileSync(fichier, 'utf8').trim() : '')
  if (url === '') return null
  const lue = URL.canParse(url) ? new URL(url) : null
  if (lue === null || !PROTOCOLES.has(lue.protocol) || lue.hostname === '')
    return refuser('SMTP_URL n’est pas l’adresse d’un serveur de messagerie, comme smtps://compte:phrase@hote:465.')
  if (!expediteur?.includes('@'))
    return refuser('SMTP_EXPEDITEUR manque : l’adresse au nom de laquelle les messages partent.')
  return { url, expediteur }
}
