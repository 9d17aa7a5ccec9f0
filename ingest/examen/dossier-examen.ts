import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIXE = 'infocentre-examen'

/** This process, and no other that will have its number. */
const ICI = `${process.pid}-${Math.round(performance.timeOrigin)}`

const vit = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/** Whether a folder is of an examination that was cut short: its process is no more. */
const estAbandonne = (nom: string): boolean => {
  const [, processus, pid] = new RegExp(`^${PREFIXE}-((\\d+)-\\d+)-`).exec(nom) ?? []
  if (processus === undefined || processus === ICI) return false
  return Number(pid) === process.pid || !vit(Number(pid))
}

/** A folder for what an examination unpacks, for its owner alone; those that killed ones left are removed. */
export const ouvrirDossierExamen = (): string => {
  for (const nom of readdirSync(tmpdir()).filter(estAbandonne))
    try {
      rmSync(join(tmpdir(), nom), { recursive: true, force: true })
    } catch {
      // Another account's: it will remove its own.
    }
  return mkdtempSync(join(tmpdir(), `${PREFIXE}-${ICI}-`))
}
