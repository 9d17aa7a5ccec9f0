import type { Kysely, Migration } from 'kysely'

/** What guichets say of the demandes they were asked to put right, and what a later snapshot shows of it. */
export const corrections: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('corrections_declarees')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('service', 'text', (colonne) => colonne.notNull())
      .addColumn('numero_unique', 'text', (colonne) => colonne.notNull())
      .addColumn('indicateur', 'text', (colonne) => colonne.notNull())
      .addColumn('regle', 'text', (colonne) => colonne.notNull())
      .addColumn('acte', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .addColumn('instantane', 'text', (colonne) => colonne.notNull())
      .addColumn('issue', 'text')
      .addColumn('vue_au', 'text')
      .execute()
    await db.schema
      .createIndex('corrections_du_service')
      .on('corrections_declarees')
      .columns(['territoire', 'service'])
      .execute()
  },
}
