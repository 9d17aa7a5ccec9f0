import type { Kysely, Migration } from 'kysely'

/** The thresholds of the first quartile of resources, EPCI by EPCI. A row is never changed, a later one takes its place. */
export const seuils: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('seuils_ressources')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('epci', 'text', (colonne) => colonne.notNull())
      .addColumn('euros', 'real', (colonne) => colonne.notNull())
      .addColumn('depuis', 'text', (colonne) => colonne.notNull())
      .addColumn('motif', 'text', (colonne) => colonne.notNull())
      .addColumn('saisi_le', 'text', (colonne) => colonne.notNull())
      .addColumn('saisi_par', 'text', (colonne) => colonne.notNull())
      .execute()
  },
}
