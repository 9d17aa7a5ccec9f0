import type { Kysely, Migration } from 'kysely'

/** Samples with what was found of them, and the movements of civility to verify. Retention masks numbers; nothing else changes a row. */
export const echantillons: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('echantillons')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('reference', 'text', (colonne) => colonne.notNull())
      .addColumn('mois', 'text', (colonne) => colonne.notNull())
      .addColumn('instantane', 'text', (colonne) => colonne.notNull())
      .addColumn('empreinte', 'text', (colonne) => colonne.notNull())
      .addColumn('population', 'text', (colonne) => colonne.notNull())
      .addColumn('strate', 'text', (colonne) => colonne.notNull())
      .addColumn('repartition', 'text', (colonne) => colonne.notNull())
      .addColumn('minimum', 'integer', (colonne) => colonne.notNull())
      .addColumn('taille', 'integer', (colonne) => colonne.notNull())
      .addColumn('graine', 'text', (colonne) => colonne.notNull())
      .addColumn('questions', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createIndex('echantillons_du_territoire')
      .unique()
      .on('echantillons')
      .columns(['territoire', 'reference'])
      .execute()
    await db.schema
      .createTable('echantillons_strates')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('echantillon', 'integer', (colonne) => colonne.notNull().references('echantillons.id'))
      .addColumn('code', 'text', (colonne) => colonne.notNull())
      .addColumn('libelle', 'text', (colonne) => colonne.notNull())
      .addColumn('effectif', 'integer', (colonne) => colonne.notNull())
      .addColumn('tirees', 'integer', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createTable('echantillons_fiches')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('echantillon', 'integer', (colonne) => colonne.notNull().references('echantillons.id'))
      .addColumn('rang', 'integer', (colonne) => colonne.notNull())
      .addColumn('strate', 'text', (colonne) => colonne.notNull())
      .addColumn('guichet', 'text')
      .addColumn('libelle', 'text', (colonne) => colonne.notNull())
      .addColumn('service', 'text')
      .addColumn('numero_unique', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createTable('echantillons_reponses')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('fiche', 'integer', (colonne) => colonne.notNull().references('echantillons_fiches.id'))
      .addColumn('constat', 'text', (colonne) => colonne.notNull())
      .addColumn('champ', 'text', (colonne) => colonne.notNull())
      .addColumn('reponses', 'text', (colonne) => colonne.notNull())
      .addColumn('note', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createTable('echantillons_actes')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('echantillon', 'integer', (colonne) => colonne.notNull().references('echantillons.id'))
      .addColumn('acte', 'text', (colonne) => colonne.notNull())
      .addColumn('vers', 'text', (colonne) => colonne.notNull())
      .addColumn('texte', 'text', (colonne) => colonne.notNull())
      .addColumn('role', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    for (const [table, colonne] of [
      ['echantillons_strates', 'echantillon'],
      ['echantillons_fiches', 'echantillon'],
      ['echantillons_reponses', 'fiche'],
      ['echantillons_actes', 'echantillon'],
    ] as const)
      await db.schema.createIndex(`${table}_de`).on(table).columns([colonne]).execute()
    await db.schema
      .createTable('civilites_mouvements')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('mois', 'text', (colonne) => colonne.notNull())
      .addColumn('numero_unique', 'text', (colonne) => colonne.notNull())
      .addColumn('guichet', 'text')
      .addColumn('libelle', 'text', (colonne) => colonne.notNull())
      .addColumn('date_modification', 'text')
      .addColumn('releve_le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema
      .createIndex('civilites_du_mois')
      .on('civilites_mouvements')
      .columns(['territoire', 'mois'])
      .execute()
    await db.schema
      .createTable('civilites_constats')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('mouvement', 'integer', (colonne) => colonne.notNull().references('civilites_mouvements.id'))
      .addColumn('constat', 'text', (colonne) => colonne.notNull())
      .addColumn('note', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('le', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('civilites_constats_de').on('civilites_constats').columns(['mouvement']).execute()
  },
}
