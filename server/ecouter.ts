import { type ServerType, serve } from '@hono/node-server'
import { ErreurInfocentre } from '../ingest/socle/erreur.ts'

/** A connection where nothing passes for so long is given up. */
const SILENCE_MAX = 600_000
const ENTETES_MAX = 60_000

/**
 * Listens for requests. How long one takes as a whole is not bounded: a national extraction on a slow line takes more than
 * the five minutes that are usual.
 */
export const ecouter = (
  fetch: Parameters<typeof serve>[0]['fetch'],
  port: number,
  adresse: string,
): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const serveur = serve(
      { fetch, port, hostname: adresse, serverOptions: { requestTimeout: 0, headersTimeout: ENTETES_MAX } },
      () => resolve(serveur),
    )
    serveur.setTimeout(SILENCE_MAX)
    serveur.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new ErreurInfocentre(
              'PORT_PRIS',
              `Le port ${port} est déjà pris : en choisir un autre avec --port.`,
              {},
              { cause },
            )
          : cause,
      ),
    )
  })
