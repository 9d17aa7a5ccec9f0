import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const PROGRAMME = resolve(import.meta.dirname, '../../../dist/server/cli/main.js')

/** Loads a snapshot into a base that is being served, and waits for the search of its duplicates to end. */
export const charger = (base: string, instantane: string): Promise<void> =>
  new Promise((fini, echoue) => {
    const env = { ...process.env, INFOCENTRE_SECRET: 'mesure', INFOCENTRE_BASE: '' }
    const processus = spawn(process.execPath, [PROGRAMME, 'importer', instantane, '--base', base], { env })
    let messages = ''
    processus.stderr.on('data', (morceau: Buffer) => {
      messages += morceau.toString()
    })
    processus.once('close', (code) =>
      code === 0 ? fini() : echoue(new Error(`importer ${instantane} a fini (${code}) : ${messages}`)),
    )
  })
