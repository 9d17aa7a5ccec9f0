import type { Kysely, Migration } from 'kysely'

/** Where letters to a service go, beside where it receives the public. */
export const adressesPostales: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('services_fiches')
      .addColumn('adresse_postale', 'text', (colonne) => colonne.notNull().defaultTo(''))
      .execute()
  },
}
