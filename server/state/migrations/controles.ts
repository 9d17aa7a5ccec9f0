import type { Kysely, Migration } from 'kysely'

/** Monthly controls: what was done of each, and what each signature froze. Rows are only added. */
export const controles: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('controles_actes')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('mois', 'text', (colonne) => colonne.notNull())
      .addColumn('acte', 'text', (colonne) => colonne.notNull())
      .addColumn('point', 'text')
      .addColumn('texte', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('controles_du_mois').on('controles_actes').columns(['territoire', 'mois']).execute()
    await db.schema
      .createTable('controles_signatures')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('acte', 'integer', (colonne) =>
        colonne.notNull().unique().references('controles_actes.id').onDelete('cascade'),
      )
      .addColumn('nom', 'text', (colonne) => colonne.notNull())
      .addColumn('faits', 'text', (colonne) => colonne.notNull())
      .addColumn('empreinte', 'text', (colonne) => colonne.notNull())
      .execute()
  },
}
