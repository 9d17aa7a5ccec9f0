import { chmodSync, existsSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A command sent to the process that holds the base: its words, the folder it was typed in, the secret words it asked for. */
export interface Ordre {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly phrases: readonly string[]
}

/** What that process answers, a JSON object a line. */
type Reponse = { readonly sortie: string } | { readonly message: string } | { readonly code: number }

const LIGNE = '\n'

const send = (socket: Socket, reponse: Reponse | Ordre) => socket.write(JSON.stringify(reponse) + LIGNE)

/** Null for what is not whole: a process that ended before it had said all. */
const lireOrdre = (ligne: string): Ordre | null => {
  try {
    return JSON.parse(ligne) as Ordre
  } catch {
    return null
  }
}

/** Carries out the commands that other processes type on this base, through a socket for this user alone. */
export const listenCommands = async (
  chemin: string,
  executer: (
    ordre: Ordre,
    sorties: { ecrire(morceau: string | Uint8Array): void; dire(ligne: string): void },
  ) => Promise<number>,
): Promise<Server> => {
  rmSync(chemin, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => {})
    const lignes = createInterface({ input: socket })
    lignes.once('line', (ligne) => {
      const ordre = lireOrdre(ligne)
      if (ordre === null) return void socket.destroy()
      executer(ordre, {
        ecrire: (morceau) => send(socket, { sortie: Buffer.from(morceau).toString('base64') }),
        dire: (message) => send(socket, { message }),
      })
        .then((code) => send(socket, { code }))
        .finally(() => socket.end())
        .catch(() => socket.destroy())
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(chemin, resolve)
  })
  chmodSync(chemin, 0o600)
  return server
}

/** Sends a command to the process that holds the base; null where none listens. */
export const sendCommand = async (
  chemin: string,
  ordre: Ordre,
  sorties: { ecrire(morceau: Uint8Array): void; dire(ligne: string): void },
): Promise<number | null> => {
  if (!existsSync(chemin)) return null
  const socket = connect(chemin)
  const ouverte = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  if (!ouverte) return null
  send(socket, ordre)
  let code: number | null = null
  for await (const ligne of createInterface({ input: socket })) {
    const reponse = JSON.parse(ligne) as Reponse
    if ('sortie' in reponse) sorties.ecrire(Buffer.from(reponse.sortie, 'base64'))
    else if ('message' in reponse) sorties.dire(reponse.message)
    else code = reponse.code
  }
  return code ?? 1
}
