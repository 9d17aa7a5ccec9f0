import type { Kysely, Migration } from 'kysely'

export const normes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('normes')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('indicateur', 'text', (colonne) => colonne.notNull())
      .addColumn('nature', 'text', (colonne) => colonne.notNull())
      .addColumn('valeur', 'real')
      .addColumn('depuis', 'text', (colonne) => colonne.notNull())
      .addColumn('motif', 'text', (colonne) => colonne.notNull())
      .addColumn('saisi_le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createIndex('normes_cherchees')
      .on('normes')
      .columns(['territoire', 'indicateur', 'nature', 'depuis'])
      .execute()
  },
}
