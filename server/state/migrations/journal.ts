import { type Kysely, type Migration, sql } from 'kysely'

/**
 * The audit log. Its triggers let a row be added, its detail be purged, and its oldest rows be dropped behind an anchor;
 * nothing else.
 */
export const journal: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('journal')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('instant', 'text', (colonne) => colonne.notNull())
      .addColumn('qui', 'text', (colonne) => colonne.notNull())
      .addColumn('role', 'text')
      .addColumn('action', 'text', (colonne) => colonne.notNull())
      .addColumn('territoire', 'text')
      .addColumn('nombre', 'integer')
      .addColumn('detail', 'text', (colonne) => colonne.notNull())
      .addColumn('sel', 'text')
      .addColumn('empreinte_detail', 'text', (colonne) => colonne.notNull())
      .addColumn('precedent', 'text', (colonne) => colonne.notNull())
      .addColumn('empreinte', 'text', (colonne) => colonne.notNull())
      .execute()
    await db.schema.createIndex('journal_des_instants').on('journal').column('instant').execute()
    await db.schema
      .createTable('journal_ancres')
      .addColumn('jusqu_a', 'integer', (colonne) => colonne.primaryKey())
      .addColumn('empreinte', 'text', (colonne) => colonne.notNull())
      .addColumn('posee_le', 'text', (colonne) => colonne.notNull())
      .execute()
    await sql`CREATE TRIGGER journal_sans_reecriture BEFORE UPDATE ON journal
      WHEN NEW.sel IS NOT NULL OR (NEW.id, NEW.instant, NEW.qui, NEW.role, NEW.action, NEW.territoire, NEW.nombre, NEW.empreinte_detail, NEW.precedent, NEW.empreinte)
        IS NOT (OLD.id, OLD.instant, OLD.qui, OLD.role, OLD.action, OLD.territoire, OLD.nombre, OLD.empreinte_detail, OLD.precedent, OLD.empreinte)
      BEGIN SELECT RAISE(ABORT, 'journal en ajout seul'); END`.execute(db)
    await sql`CREATE TRIGGER journal_sans_effacement BEFORE DELETE ON journal
      WHEN OLD.id > (SELECT coalesce(max(jusqu_a), 0) FROM journal_ancres)
      BEGIN SELECT RAISE(ABORT, 'journal en ajout seul'); END`.execute(db)
  },
}
