import type { Kysely, Migration } from 'kysely'

/** Lists of demandes joined to measures: which figure each is the list of, and until when it is read. No row is ever changed. */
export const annexes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('annexes')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('mesure', 'integer', (colonne) => colonne.notNull().references('mesures.id'))
      .addColumn('ligne', 'integer', (colonne) => colonne.notNull().unique().references('mesures_lignes.id'))
      .addColumn('indicateur', 'text', (colonne) => colonne.notNull())
      .addColumn('niveau', 'text', (colonne) => colonne.notNull())
      .addColumn('entite', 'text', (colonne) => colonne.notNull())
      .addColumn('mois', 'text', (colonne) => colonne.notNull())
      .addColumn('sur_douze_mois', 'integer', (colonne) => colonne.notNull())
      .addColumn('instantane', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('annexes_de').on('annexes').columns(['mesure']).execute()
    await db.schema
      .createTable('annexes_actes')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('annexe', 'integer', (colonne) => colonne.notNull().references('annexes.id'))
      .addColumn('acte', 'text', (colonne) => colonne.notNull())
      .addColumn('expire_le', 'text')
      .addColumn('role', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('annexes_actes_de').on('annexes_actes').columns(['annexe']).execute()
  },
}
