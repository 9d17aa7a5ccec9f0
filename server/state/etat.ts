import { Kysely, Migrator, SqliteDialect, sql } from 'kysely'
import { ErreurInfocentre, PanneInstallation } from '../../ingest/socle/erreur.ts'
import type { Dossier } from '../../ingest/store/dossier.ts'
import { compterLesEcritures } from './compteurs.ts'
import { migrations } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import type { TablesEtat } from './table.ts'
import type { TABLES_DE_L_APPLICATION } from './tables.ts'

type Etat = TablesEtat<(typeof TABLES_DE_L_APPLICATION)[number]>

/** The application's own database: what people set and write, apart from what is computed. */
export type BaseEtat = Kysely<Etat>

/** Opens (and brings up to date) the application's database of a folder. */
export const openEtat = async (dossier: Dossier): Promise<BaseEtat> => {
  const chemin = dossier.application
  const etat = new Kysely<Etat>({ dialect: new SqliteDialect({ database: openSqlite(chemin) }) })
  const { error } = await new Migrator({ db: etat, provider: migrations }).migrateToLatest()
  if (error !== undefined) {
    await etat.destroy()
    if (error instanceof ErreurInfocentre) throw error
    throw new PanneInstallation(
      'APPLICATION_ETRANGERE',
      `La base de l’application ${chemin} ne peut pas être mise à niveau : reprendre la version qui l’a écrite, ou une plus récente, ou restaurer une sauvegarde.`,
      { chemin },
      { cause: error },
    )
  }
  await compterLesEcritures(etat)
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
