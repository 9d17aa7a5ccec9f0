import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'
import { ErreurInfocentre } from '../socle/erreur.ts'

/** What a process holds a base for. */
type Usage = 'COMMANDE' | 'RESTAURATION'

/** A folder held by this process, in this process and from all others, until it is released or the process ends. */
export interface Verrou {
  /** What became of who held it before, where that process died holding it; null otherwise. */
  readonly abandon: string | null
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

/** Who says to hold a folder; null where nobody does, its owner having only just come, or being about to leave. */
const lireTenue = (racine: string) => {
  try {
    const chemin = cheminTenue(racine)
    const { processus, pour } = TENUE.parse(JSON.parse(readFileSync(chemin, 'utf8')))
    return { processus, pour, depuis: direInstant(statSync(chemin).mtime) }
  } catch {
    return null
  }
}

const refus = (racine: string, cause: unknown): ErreurInfocentre => {
  const tenue = lireTenue(racine)
  if (tenue?.pour === 'RESTAURATION')
    return new ErreurInfocentre(
      'BASE_EN_RESTAURATION',
      `La base ${racine} est en cours de restauration, par le processus n° ${tenue.processus}, depuis le ${tenue.depuis} : attendre qu’il ait fini.`,
      { racine, processus: tenue.processus },
      { cause },
    )
  const qui =
    tenue === null ? 'un autre processus' : `un autre processus (n° ${tenue.processus}, depuis le ${tenue.depuis})`
  return new ErreurInfocentre(
    'BASE_OCCUPEE',
    `La base ${racine} est tenue par ${qui} : attendre qu’il ait fini, ou l’arrêter.`,
    { racine },
    { cause },
  )
}

/** The lock is had: who still says to hold the folder died without a word. */
const direAbandon = (racine: string): string | null => {
  const tenue = lireTenue(racine)
  if (tenue === null) return null
  const acte = tenue.pour === 'RESTAURATION' ? 'restaurait' : 'tenait'
  return `Le processus n° ${tenue.processus}, qui ${acte} la base depuis le ${tenue.depuis}, s’est arrêté sans la rendre : elle est reprise.`
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
  const abandon = direAbandon(racine)
  rmSync(tenue, { force: true })
  writeFileSync(tenue, JSON.stringify({ processus: process.pid, pour }), { mode: 0o600 })
  const taire = () => rmSync(tenue, { force: true })
  process.once('exit', taire)
  let tenu = true
  return {
    abandon,
    release: () => {
      if (!tenu) return
      tenu = false
      process.removeListener('exit', taire)
      taire()
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

/** What there is to tell of how a folder was found, or null. */
export const direReprise = (...phrases: readonly (string | null)[]): string | null =>
  phrases.filter((phrase) => phrase !== null).join(' ') || null
