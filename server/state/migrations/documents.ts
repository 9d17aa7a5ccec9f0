import type { Kysely, Migration } from 'kysely'

/** Templates of letters, version by version; documents that are kept, and their bytes. No row is ever changed. */
export const documents: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('modeles_de_lettres')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('modele', 'text', (colonne) => colonne.notNull())
      .addColumn('parties', 'text', (colonne) => colonne.notNull())
      .addColumn('motif', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createTable('documents')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('nature', 'text', (colonne) => colonne.notNull())
      .addColumn('mesure', 'integer', (colonne) => colonne.references('mesures.id'))
      .addColumn('reunion', 'integer', (colonne) => colonne.references('reunions.id'))
      .addColumn('acte', 'integer', (colonne) => colonne.references('mesures_actes.id'))
      .addColumn('modele', 'text')
      .addColumn('version', 'integer')
      .addColumn('titre', 'text', (colonne) => colonne.notNull())
      .addColumn('nom', 'text', (colonne) => colonne.notNull())
      .addColumn('type', 'text', (colonne) => colonne.notNull())
      .addColumn('octets', 'integer', (colonne) => colonne.notNull())
      .addColumn('sha256', 'text', (colonne) => colonne.notNull())
      .addColumn('adresse', 'text', (colonne) => colonne.notNull())
      .addColumn('role', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('documents_de_la_mesure').on('documents').columns(['mesure']).execute()
    await db.schema.createIndex('documents_de_la_reunion').on('documents').columns(['reunion']).execute()
    await db.schema
      .createTable('documents_contenus')
      .addColumn('document', 'integer', (colonne) => colonne.primaryKey().references('documents.id'))
      .addColumn('contenu', 'blob', (colonne) => colonne.notNull())
      .execute()
  },
}
