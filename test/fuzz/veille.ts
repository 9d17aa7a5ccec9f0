import { Worker } from 'node:worker_threads'

/** A thread that watches this one: stuck in a file past the limit, it can say nothing itself. */
export interface Veille {
  readonly commencer: (quoi: string) => void
  readonly cesser: () => void
}

const PERIODE = 500

const SOURCE = `
const { parentPort, workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
let quoi = null
let depuis = 0
parentPort.on('message', (message) => { quoi = message; depuis = performance.now() })
setInterval(() => {
  if (quoi === null || performance.now() - depuis < workerData.limite) return
  writeSync(2, 'ARRÊT : ' + quoi + ' dépasse ' + workerData.limite / 1000 + ' s\\n')
  process.kill(process.pid, 'SIGKILL')
}, ${PERIODE})
`

/** Ends the process, and says on what, where a file takes longer than the limit, in milliseconds. */
export const veiller = (limite: number): Veille => {
  const ouvrier = new Worker(SOURCE, { eval: true, workerData: { limite } })
  ouvrier.unref()
  return {
    commencer: (quoi) => ouvrier.postMessage(quoi),
    cesser: () => void ouvrier.terminate(),
  }
}
