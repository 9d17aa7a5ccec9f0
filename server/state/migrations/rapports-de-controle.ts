import type { Kysely, Migration } from 'kysely'

/** The report of a control, kept as it was signed; none for what was signed before. */
export const rapportsDeControle: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('controles_signatures').addColumn('document', 'text').execute()
  },
}
