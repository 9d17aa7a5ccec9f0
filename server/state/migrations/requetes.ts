import type { Kysely, Migration } from 'kysely'

/** Free queries kept: their versions, which are never changed, and those pinned to the dashboard. */
export const requetes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('requetes')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('role', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('requetes_du_territoire').on('requetes').columns(['territoire']).execute()
    await db.schema
      .createTable('requetes_versions')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('requete', 'integer', (colonne) => colonne.notNull().references('requetes.id'))
      .addColumn('titre', 'text', (colonne) => colonne.notNull())
      .addColumn('description', 'text', (colonne) => colonne.notNull())
      .addColumn('sql', 'text', (colonne) => colonne.notNull())
      .addColumn('dessin', 'text')
      .addColumn('partagee', 'integer', (colonne) => colonne.notNull())
      .addColumn('retiree', 'integer', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('requetes_versions_de').on('requetes_versions').columns(['requete']).execute()
    await db.schema
      .createTable('requetes_tuiles')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('requete', 'integer', (colonne) => colonne.notNull().references('requetes.id'))
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('resultat', 'text')
      .addColumn('refus', 'text')
      .addColumn('etat_base', 'text', (colonne) => colonne.notNull())
      .addColumn('calculee_le', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('requetes_tuiles_de').unique().on('requetes_tuiles').columns(['requete']).execute()
  },
}
