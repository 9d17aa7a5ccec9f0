import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** What a mail server received. */
export interface Recu {
  readonly a: readonly string[]
  readonly brut: string
}

interface Conduite {
  /** The code that an address is answered; 250 without. */
  readonly adresses?: Readonly<Record<string, number>>
  /** The line is cut once the message is received, before it is said to be. */
  readonly coupe?: boolean
}

const erreur = (responseCode: number): Error => Object.assign(new Error('refus'), { responseCode })

/** A real mail server on this machine, closed with the test. */
export const ouvrirMessagerie = async (conduite: Conduite = {}) => {
  const recus: Recu[] = []
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, suite) {
      const code = conduite.adresses?.[address]
      suite(code === undefined ? null : erreur(code))
    },
    onData(flux, session, suite) {
      void text(flux).then((brut) => {
        recus.push({ a: session.envelope.rcptTo.map(({ address }) => address), brut })
        if (!conduite.coupe) return suite()
        for (const { _socket } of serveur.connections) _socket.destroy()
      })
    },
  }) as SMTPServer & { readonly connections: Set<{ _socket: { destroy(): void } }> }
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  const { port } = serveur.server.address() as AddressInfo
  const fermer = () => new Promise<void>((fini) => serveur.close(() => fini()))
  onTestFinished(fermer)
  return { recus, fermer, url: `smtp://127.0.0.1:${port}` }
}
