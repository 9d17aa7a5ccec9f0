import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const PROGRAMME = resolve(import.meta.dirname, '../../../dist/server/cli/main.js')

export interface Issue {
  readonly code: number | null
  readonly sortie: string
  readonly messages: string
}

type Variables = Readonly<Record<string, string>>

const lancer = (argv: readonly string[], cwd: string, variables: Variables = {}): ChildProcess =>
  spawn(process.execPath, [PROGRAMME, ...argv], {
    cwd,
    env: { ...process.env, INFOCENTRE_SECRET: 'secret d’essai', INFOCENTRE_BASE: '', ...variables },
  })

/** Runs the compiled command line to its end, with some variables of its own. */
export const infocentre = (argv: readonly string[], cwd: string, variables?: Variables): Promise<Issue> =>
  new Promise((resolve_, reject) => {
    const processus = lancer(argv, cwd, variables)
    let sortie = ''
    let messages = ''
    processus.stdout?.on('data', (morceau: Buffer) => {
      sortie += morceau.toString()
    })
    processus.stderr?.on('data', (morceau: Buffer) => {
      messages += morceau.toString()
    })
    processus.once('error', reject)
    processus.once('close', (code) => resolve_({ code, sortie, messages }))
  })

/** Starts `servir` on a free port and gives its address; it is stopped with the test. */
export const servir = (base: string, cwd: string): Promise<string> =>
  new Promise((resolve_, reject) => {
    const processus = lancer(['servir', '--base', base, '--port', '0'], cwd)
    onTestFinished(async () => {
      const fini = new Promise((fin) => processus.once('close', fin))
      processus.kill('SIGTERM')
      await fini
    })
    let messages = ''
    processus.stderr?.on('data', (morceau: Buffer) => {
      messages += morceau.toString()
      const adresse = /http:\/\/[0-9.:]+\//.exec(messages)?.[0]
      if (adresse !== undefined) resolve_(adresse)
    })
    processus.once('close', (code) => reject(new Error(`servir a fini (${code}) : ${messages}`)))
  })
