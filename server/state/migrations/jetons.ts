import type { Kysely, Migration } from 'kysely'

/** What programs ask the API with, each in an account's name. A revoked one stays, with who revoked it. */
export const jetons: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('jetons')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('empreinte', 'text', (colonne) => colonne.notNull().unique())
      .addColumn('nom', 'text', (colonne) => colonne.notNull())
      .addColumn('compte', 'integer', (colonne) => colonne.notNull().references('comptes.id').onDelete('cascade'))
      .addColumn('role', 'text', (colonne) => colonne.notNull())
      .addColumn('territoires', 'text', (colonne) => colonne.notNull())
      .addColumn('service', 'text')
      .addColumn('dernier_jour', 'text', (colonne) => colonne.notNull())
      .addColumn('cree_le', 'text', (colonne) => colonne.notNull())
      .addColumn('cree_par', 'text', (colonne) => colonne.notNull())
      .addColumn('vu_le', 'text')
      .addColumn('revoque_le', 'text')
      .addColumn('revoque_par', 'text')
      .execute()
    await db.schema.createIndex('jetons_du_compte').on('jetons').column('compte').execute()
  },
}
