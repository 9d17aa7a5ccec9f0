import type { Kysely, Migration } from 'kysely'

/** What a person notes at a date, drawn on control charts. A row is never changed: it is withdrawn, and another typed. */
export const annotations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('annotations')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('guichet', 'text')
      .addColumn('indicateur', 'text')
      .addColumn('texte', 'text', (colonne) => colonne.notNull())
      .addColumn('du', 'text', (colonne) => colonne.notNull())
      .addColumn('au', 'text')
      .addColumn('recalcule', 'integer', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .addColumn('retiree_par', 'text')
      .addColumn('retiree_le', 'text')
      .execute()
    await db.schema.createIndex('annotations_cherchees').on('annotations').columns(['territoire', 'guichet']).execute()
  },
}
