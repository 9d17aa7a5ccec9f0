import type { Kysely, Migration } from 'kysely'

/** Why lines in alert stand without a measure, and until when. A row is never changed: the latest of a line holds. */
export const alertes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('alertes_expliquees')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('niveau', 'text', (colonne) => colonne.notNull())
      .addColumn('entite', 'text', (colonne) => colonne.notNull())
      .addColumn('indicateur', 'text', (colonne) => colonne.notNull())
      .addColumn('mois', 'text', (colonne) => colonne.notNull())
      .addColumn('valeur', 'real')
      .addColumn('ic_haut', 'real')
      .addColumn('sur_douze_mois', 'integer', (colonne) => colonne.notNull())
      .addColumn('raison', 'text', (colonne) => colonne.notNull())
      .addColumn('texte', 'text', (colonne) => colonne.notNull())
      .addColumn('jusqua', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createIndex('alertes_expliquees_du_territoire')
      .on('alertes_expliquees')
      .columns(['territoire'])
      .execute()
  },
}
