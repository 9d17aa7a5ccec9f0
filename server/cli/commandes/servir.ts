import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { pino } from 'pino'
import type { Base } from '../../../ingest/store/base.ts'
import { ErreurInfocentre } from '../../../ingest/store/erreur.ts'
import { createApp } from '../../app.tsx'
import { createChargements } from '../../services/chargements.ts'
import type { Environnement } from '../environnement.ts'
import { executer } from '../executer.ts'
import { listenCommands } from '../prise.ts'

const LOCALES = new Set(['127.0.0.1', 'localhost', '::1'])

export interface OptionsServir {
  readonly base: string
  readonly port: number
  readonly adresse: string
}

/** Listens with a base open, and carries out the commands typed on it elsewhere, until a signal ends it. */
export const servirBase = async (
  env: Environnement,
  base: Base,
  { port, adresse }: Omit<OptionsServir, 'base'>,
): Promise<void> => {
  if (!LOCALES.has(adresse))
    throw new ErreurInfocentre(
      'ADRESSE_REFUSEE',
      `L’adresse ${adresse} n’est pas celle de cette machine : sans comptes, l’application n’écoute que sur 127.0.0.1.`,
    )
  const journal = pino({ level: 'info' }, pino.destination(2))
  const chargements = createChargements((reference, cause) =>
    journal.error({ reference, pile: cause instanceof Error ? cause.stack : String(cause) }, 'import en échec'),
  )
  const app = createApp({
    base,
    secret: env.secret,
    version: env.version,
    journal,
    chargements,
    maintenant: env.maintenant,
  })
  const serveur = await new Promise<ServerType>((resolve, reject) => {
    const ouvert = serve({ fetch: app.fetch, port, hostname: adresse }, () => resolve(ouvert))
    ouvert.once('error', (cause: NodeJS.ErrnoException) =>
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
  const prise = await listenCommands(base.dossier.prise, (ordre, sorties) => {
    const phrases = [...ordre.phrases]
    return executer(
      {
        ...{ ...env, ...sorties, cwd: ordre.cwd, terminal: false },
        demanderPhrase: async () => phrases.shift() ?? '',
        avecBase: async (_dossier, fonction) => fonction(base),
      },
      ordre.argv,
    )
  })
  const { port: ecoute } = serveur.address() as AddressInfo
  env.dire(
    `Infocentre répond sur http://${adresse.includes(':') ? `[${adresse}]` : adresse}:${ecoute}/ (Ctrl+C pour arrêter).`,
  )
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
  serveur.close()
  prise.close()
  rmSync(base.dossier.prise, { force: true })
}

/** The web application on a base. */
export const servir = (env: Environnement, options: OptionsServir): Promise<void> =>
  env.avecBase(options.base, (base) => servirBase(env, base, options))
