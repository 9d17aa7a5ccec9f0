import { Kysely, Migrator, SqliteDialect, type SqliteDialectConfig, sql } from 'kysely'
import Database from 'libsql'
import type { Dossier } from '../../ingest/store/dossier.ts'
import { migrations } from './migrations.ts'
import type { Etat } from './schema.ts'

/** The application's own database: what people set and write, apart from what is computed. */
export type BaseEtat = Kysely<Etat>

/** Opens (and brings up to date) the application's database of a folder. */
export const openEtat = async (dossier: Dossier): Promise<BaseEtat> => {
  const fichier = new Database(dossier.application)
  fichier.exec(
    'PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000',
  )
  const etat = new Kysely<Etat>({
    dialect: new SqliteDialect({
      database: fichier as unknown as Exclude<SqliteDialectConfig['database'], (...args: never[]) => unknown>,
    }),
  })
  const { error } = await new Migrator({ db: etat, provider: migrations }).migrateToLatest()
  if (error !== undefined) {
    await etat.destroy()
    throw error
  }
  return etat
}

/** Runs with the application's database of a folder open. */
export const avecEtat = async <T>(dossier: Dossier, fonction: (etat: BaseEtat) => Promise<T>): Promise<T> => {
  const etat = await openEtat(dossier)
  try {
    return await fonction(etat)
  } finally {
    await etat.destroy()
  }
}

/** Writes the application's database, as one moment sees it, in a file of its own that nothing holds. */
export const copierEtat = (dossier: Dossier, vers: string): Promise<unknown> =>
  avecEtat(dossier, (etat) => sql`VACUUM INTO ${vers}`.execute(etat))
