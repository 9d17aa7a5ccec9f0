import { lancer } from '../lancer.ts'

/** Loads a snapshot into a base that is being served, and waits for the search of its duplicates to end. */
export const charger = (base: string, instantane: string): Promise<void> =>
  new Promise((fini, echoue) => {
    const processus = lancer('importer', instantane, '--base', base)
    let messages = ''
    processus.stderr.on('data', (morceau: Buffer) => {
      messages += morceau.toString()
    })
    processus.stdout.resume()
    processus.once('close', (code) =>
      code === 0 ? fini() : echoue(new Error(`importer ${instantane} a fini (${code}) : ${messages}`)),
    )
  })
