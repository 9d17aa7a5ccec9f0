import type { Kysely, Migration } from 'kysely'

/** How many times what pages show was written: the triggers that count are set at each opening, one table after another. */
export const ecritures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('ecritures')
      .addColumn('nombre', 'integer', (colonne) => colonne.notNull())
      .execute()
    await (db as Kysely<{ ecritures: { nombre: number } }>).insertInto('ecritures').values({ nombre: 0 }).execute()
  },
}
