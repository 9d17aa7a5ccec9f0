/**
 * Counts what a command writes, renames and erases. Just before one of these, it dies without a word (`TUER_AVANT`), or
 * says that it is there and waits to be told to go on (`ATTENDRE_AVANT`, in the folder `RENDEZ_VOUS`).
 */
const COMPTER = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { GESTES, TUER_AVANT, ATTENDRE_AVANT, RENDEZ_VOUS } = process.env
const notes = GESTES ? fs.openSync(GESTES, 'a') : null
const pause = new Int32Array(new SharedArrayBuffer(4))
const attendre = () => {
  fs.closeSync(fs.openSync(RENDEZ_VOUS + '/arrive', 'w'))
  while (!fs.existsSync(RENDEZ_VOUS + '/suite')) Atomics.wait(pause, 0, 0, 20)
}
let n = 0
for (const geste of ['mkdirSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'copyFileSync', 'rmSync', 'rmdirSync']) {
  const vrai = fs[geste]
  fs[geste] = (...arguments_) => {
    if (String(n) === TUER_AVANT) process.kill(process.pid, 'SIGKILL')
    if (String(n) === ATTENDRE_AVANT) attendre()
    n += 1
    if (notes !== null) fs.writeSync(notes, geste + ' ' + arguments_[0] + ' ' + arguments_[1] + '\\n')
    return vrai(...arguments_)
  }
}
syncBuiltinESMExports()`

/** The option that has node do so before the program itself. */
export const IMPORT_GESTES = `--import=data:text/javascript,${encodeURIComponent(COMPTER)}`
