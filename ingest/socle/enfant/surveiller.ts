import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'

const PERIODE = 100

/** A process's resident memory, in bytes; null where the system does not tell. */
const memoireDe = async (pid: number): Promise<number | null> => {
  const etat = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const [, kilos] = /^VmRSS:\s+(\d+) kB$/m.exec(etat) ?? []
  return kilos === undefined ? null : Number(kilos) * 1024
}

/** Kills a child that takes more memory than it is allowed. */
export const surveiller = (
  enfant: ChildProcess,
  memoireMax: number,
): { readonly depassee: () => boolean; readonly cesser: () => void } => {
  let depassee = false
  const minuterie = setInterval(async () => {
    const memoire = enfant.pid === undefined ? null : await memoireDe(enfant.pid)
    if (memoire === null || memoire <= memoireMax || enfant.exitCode !== null) return
    depassee = true
    enfant.kill('SIGKILL')
  }, PERIODE)
  return { depassee: () => depassee, cesser: () => clearInterval(minuterie) }
}
