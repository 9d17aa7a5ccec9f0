import { readFileSync } from 'node:fs'

/** Clock ticks a second, on every Linux. */
const TICS = 100

/** The most memory that this process has ever held, in megabytes. */
export const memoireAuPlusHaut = (): number => {
  const [, kilos = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Math.round(Number(kilos) / 1024)
}

/** Milliseconds of processor that this process has used, and its children that have ended. */
export const processeur = (): number => {
  const etat = readFileSync('/proc/self/stat', 'utf8')
  // After the name, in brackets: utime, stime, cutime and cstime are the 12th to 15th fields.
  const champs = etat.slice(etat.lastIndexOf(')') + 2).split(' ')
  return (champs.slice(11, 15).reduce((total, tics) => total + Number(tics), 0) * 1000) / TICS
}
