import type { Kysely, Migration } from 'kysely'

/** Whose the contacts are that many demandes share: named once by a person. Rows are only added. */
export const contacts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('contacts_nommes')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('nature', 'text', (colonne) => colonne.notNull())
      .addColumn('valeur', 'text', (colonne) => colonne.notNull())
      .addColumn('nom', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
  },
}
