import { type Kysely, type Migration, sql } from 'kysely'

/** Where backups and handovers were written. Those that the audit log tells of are taken over, without their digests. */
export const copies: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('copies')
      .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
      .addColumn('nature', 'text', (colonne) => colonne.notNull())
      .addColumn('chemin', 'text', (colonne) => colonne.notNull())
      .addColumn('octets', 'integer', (colonne) => colonne.notNull())
      .addColumn('empreinte', 'text')
      .addColumn('ecrite_le', 'text', (colonne) => colonne.notNull())
      .addColumn('par', 'text', (colonne) => colonne.notNull())
      .addColumn('supprimee_le', 'text')
      .execute()
    await sql`INSERT INTO copies (nature, chemin, octets, ecrite_le, par)
      SELECT 'SAUVEGARDE', json_extract(detail, '$.fichier'), json_extract(detail, '$.octets'), instant, qui FROM journal
      WHERE action = 'SAUVEGARDE' AND json_extract(detail, '$.fichier') IS NOT NULL AND json_extract(detail, '$.octets') IS NOT NULL
      ORDER BY id`.execute(db)
  },
}
