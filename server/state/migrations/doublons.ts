import type { Kysely, Migration } from 'kysely'

/** What people say of pairs and of forced demandes, and the guichets' reports of duplicates. Rows are only added. */
export const doublons: Migration = {
  async up(db: Kysely<unknown>) {
    const avis = (table: string) =>
      db.schema
        .createTable(table)
        .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
        .addColumn('territoire', 'text', (colonne) => colonne.notNull())
        .addColumn('verdict', 'text', (colonne) => colonne.notNull())
        .addColumn('motif', 'text', (colonne) => colonne.notNull())
        .addColumn('par', 'text', (colonne) => colonne.notNull())
        .addColumn('le', 'text', (colonne) => colonne.notNull())
    await avis('qualifications_paires')
      .addColumn('a', 'text', (colonne) => colonne.notNull())
      .addColumn('b', 'text', (colonne) => colonne.notNull())
      .execute()
    await avis('qualifications_forcages')
      .addColumn('numero_unique', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createTable('signalements')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('service', 'text')
      .addColumn('numeros', 'text', (colonne) => colonne.notNull())
      .addColumn('garde', 'text', (colonne) => colonne.notNull())
      .addColumn('reprises', 'text', (colonne) => colonne.notNull())
      .addColumn('motif', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createTable('signalements_etapes')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('signalement', 'integer', (colonne) =>
        colonne.notNull().references('signalements.id').onDelete('cascade'),
      )
      .addColumn('etape', 'text', (colonne) => colonne.notNull())
      .addColumn('motif', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
  },
}
