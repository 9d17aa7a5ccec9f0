import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { SECRET } from './aide.ts'

const PROGRAMME = join(import.meta.dirname, '../../dist/server/cli/main.js')

export interface ServeurReel {
  readonly site: string
  readonly processus: ChildProcess
}

/** The application as it is run, on a free port; killed with the test. */
export const demarrerServeur = async (
  racine: string,
  { options = [], env = {} }: { readonly options?: readonly string[]; readonly env?: Readonly<Record<string, string>> },
): Promise<ServeurReel> => {
  const processus = spawn(process.execPath, [...options, PROGRAMME, 'servir', '--base', racine, '--port', '0'], {
    env: { ...process.env, INFOCENTRE_SECRET: SECRET.valeur, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void processus.kill('SIGKILL'))
  return new Promise((pret, rejeter) => {
    let dit = ''
    processus.stderr.setEncoding('utf8').on('data', (texte: string) => {
      dit += texte
      const site = /répond sur (http:\/\/127\.0\.0\.1:\d+)\//.exec(dit)?.[1]
      if (site !== undefined) pret({ site, processus })
    })
    processus.once('exit', () => rejeter(new Error(dit)))
  })
}

/** Sends a form to it, signed in. */
export const envoyerA = (
  { site }: ServeurReel,
  cookie: string,
  chemin: string,
  champs: Readonly<Record<string, string>>,
): Promise<Response> =>
  fetch(`${site}${chemin}`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(champs) },
    headers: { cookie, origin: site },
  })
