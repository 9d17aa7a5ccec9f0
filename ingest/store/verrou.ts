import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'
import { ErreurInfocentre } from '../socle/erreur.ts'

/** What a process holds a base for. */
type Usage = 'COMMANDE' | 'RESTAURATION'

/** A folder held by this process, in this process and from all others, until it is released or the process ends. */
export interface Verrou {
  release(): void
  /** Takes away the folder, where it holds nothing but this. */
  removeFolder(): void
}

/** An empty file that is never taken away: a lock on a file that another has taken the place of would hold nothing. */
const cheminVerrou = (racine: string): string => join(racine, 'infocentre.verrou')

/** Who holds the lock, for the one who is refused: nothing else trusts it. */
const cheminTenue = (racine: string): string => join(racine, 'infocentre.tenue')

const TENUE = z.object({ processus: z.number(), pour: z.enum(['COMMANDE', 'RESTAURATION']) })

/** An instant as a person reads it. */
const direInstant = (instant: Date): string =>
  instant.toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'medium' })

const refus = (racine: string, cause: unknown): ErreurInfocentre => {
  let qui = 'un autre processus'
  try {
    const chemin = cheminTenue(racine)
    const { processus, pour } = TENUE.parse(JSON.parse(readFileSync(chemin, 'utf8')))
    const depuis = direInstant(statSync(chemin).mtime)
    if (pour === 'RESTAURATION')
      return new ErreurInfocentre(
        'BASE_EN_RESTAURATION',
        `La base ${racine} est en cours de restauration, par le processus n° ${processus}, depuis le ${depuis} : attendre qu’il ait fini.`,
        { racine, processus },
        { cause },
      )
    qui = `un autre processus (n° ${processus}, depuis le ${depuis})`
  } catch {
    // Its owner has only just come, or is leaving.
  }
  return new ErreurInfocentre(
    'BASE_OCCUPEE',
    `La base ${racine} est tenue par ${qui} : attendre qu’il ait fini, ou l’arrêter.`,
    { racine },
    { cause },
  )
}

/**
 * Holds a folder for this process. The lock is the system's: it falls with the process, however that one ends.
 *
 * @throws ErreurInfocentre that names the process that holds it.
 */
export const tenir = (racine: string, pour: Usage): Verrou => {
  mkdirSync(racine, { recursive: true, mode: 0o700 })
  const chemin = cheminVerrou(racine)
  writeFileSync(chemin, '', { flag: 'a', mode: 0o600 })
  const fichier = new Database(chemin)
  try {
    fichier.exec('PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
  } catch (cause) {
    fichier.close()
    throw refus(racine, cause)
  }
  if (!existsSync(chemin)) {
    // Its former owner took the whole folder away.
    fichier.close()
    return tenir(racine, pour)
  }
  const tenue = cheminTenue(racine)
  rmSync(tenue, { force: true })
  writeFileSync(tenue, JSON.stringify({ processus: process.pid, pour }), { mode: 0o600 })
  let tenu = true
  return {
    release: () => {
      if (!tenu) return
      tenu = false
      rmSync(tenue, { force: true })
      fichier.close()
    },
    removeFolder: () => {
      const siens = new Set([chemin, tenue])
      if (readdirSync(racine).some((nom) => !siens.has(join(racine, nom)))) return
      for (const sien of siens) rmSync(sien, { force: true })
      rmdirSync(racine)
    },
  }
}
