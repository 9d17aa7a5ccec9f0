import type { SqliteDatabase } from 'kysely'
import Database from 'libsql'
import { PanneInstallation } from '../../ingest/socle/erreur.ts'

interface Panne {
  readonly codes: RegExp
  readonly code: string
  readonly suite: string
}

/** What a file or its disk may suffer, by the engine's own codes; any other failure is a fault of the program. */
const PANNES: readonly Panne[] = [
  {
    codes: /^SQLITE_(BUSY|LOCKED)/,
    code: 'APPLICATION_OCCUPEE',
    suite: 'est tenue par un autre processus : attendre qu’il ait fini, ou l’arrêter.',
  },
  {
    codes: /^SQLITE_(NOTADB|CORRUPT|FORMAT)/,
    code: 'APPLICATION_ILLISIBLE',
    suite: 'est endommagée : restaurer une sauvegarde.',
  },
  {
    codes: /^SQLITE_FULL/,
    code: 'DISQUE_PLEIN',
    suite: 'ne peut plus être écrite, le disque est plein : libérer de la place, puis recommencer.',
  },
  {
    codes: /^SQLITE_(READONLY|PERM|AUTH|CANTOPEN|IOERR)/,
    code: 'APPLICATION_INACCESSIBLE',
    suite: 'ne peut pas être lue et écrite : vérifier les droits du fichier et de son dossier, et l’état du disque.',
  },
]

const panneDe = (cause: unknown): Panne | undefined =>
  cause instanceof Database.SqliteError ? PANNES.find(({ codes }) => codes.test(cause.code)) : undefined

/** Does something with a file, and says in a sentence what the file or its disk suffers. */
const tenter = <T>(chemin: string, fonction: () => T): T => {
  try {
    return fonction()
  } catch (cause) {
    const panne = panneDe(cause)
    if (panne === undefined) throw cause
    throw new PanneInstallation(panne.code, `La base de l’application ${chemin} ${panne.suite}`, { chemin }, { cause })
  }
}

const ouvrir = (chemin: string): Database.Database => {
  try {
    return new Database(chemin)
  } catch (cause) {
    throw new PanneInstallation(
      'APPLICATION_INACCESSIBLE',
      `La base de l’application ${chemin} ne peut pas être ouverte : vérifier les droits du fichier et de son dossier, ou restaurer une sauvegarde.`,
      { chemin },
      { cause },
    )
  }
}

/** Opens a file of the application's database, with the settings it always has. */
export const openSqlite = (chemin: string): SqliteDatabase => {
  const base = ouvrir(chemin)
  try {
    tenter(chemin, () =>
      base.exec(
        'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
      ),
    )
  } catch (cause) {
    base.close()
    throw cause
  }
  return {
    close: () => {
      base.close()
    },
    prepare: (texte) => {
      const requete = tenter(chemin, () => base.prepare(texte))
      return {
        reader: requete.reader,
        all: (parametres) => tenter(chemin, () => requete.all(...parametres)),
        run: (parametres) => tenter(chemin, () => requete.run(...parametres)),
        iterate: (parametres) => tenter(chemin, () => requete.iterate(...parametres)),
      }
    },
  }
}
