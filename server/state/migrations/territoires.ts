import type { Kysely, Migration } from 'kysely'

/**
 * Settings and reviews say whose they are. What was decided before holds for the installation, and so for each of its
 * territories until it decides otherwise.
 */
export const territoires: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('reglages').addColumn('territoire', 'text').execute()
    await db.schema.alterTable('revues').addColumn('territoires', 'text').execute()
  },
}
