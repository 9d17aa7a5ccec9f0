import type { CreateTableBuilder, Kysely, Migration } from 'kysely'

/** Meetings, their decisions, the obligations said done, and the addresses of calendars. Rows are added, and withdrawn rather than changed. */
export const agenda: Migration = {
  async up(db: Kysely<unknown>) {
    const table = (nom: string) =>
      db.schema.createTable(nom).addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
    const auteur = <T extends string>(faite: CreateTableBuilder<string, T>) =>
      faite
        .addColumn('par', 'text', (colonne) => colonne.notNull())
        .addColumn('le', 'text', (colonne) => colonne.notNull())
    const deLaReunion = (nom: string) =>
      table(nom).addColumn('reunion', 'integer', (colonne) =>
        colonne.notNull().references('reunions.id').onDelete('cascade'),
      )
    await auteur(
      table('reunions')
        .addColumn('territoire', 'text', (colonne) => colonne.notNull())
        .addColumn('nature', 'text', (colonne) => colonne.notNull()),
    ).execute()
    await auteur(
      deLaReunion('reunions_actes')
        .addColumn('acte', 'text', (colonne) => colonne.notNull())
        .addColumn('jour', 'text')
        .addColumn('lieu', 'text', (colonne) => colonne.notNull())
        .addColumn('texte', 'text', (colonne) => colonne.notNull()),
    ).execute()
    await auteur(
      deLaReunion('reunions_presences')
        .addColumn('service', 'text')
        .addColumn('libelle', 'text', (colonne) => colonne.notNull())
        .addColumn('presence', 'text', (colonne) => colonne.notNull())
        .addColumn('mandataire', 'text'),
    ).execute()
    await auteur(
      deLaReunion('reunions_decisions')
        .addColumn('texte', 'text', (colonne) => colonne.notNull())
        .addColumn('qui', 'text', (colonne) => colonne.notNull())
        .addColumn('pour_le', 'text'),
    ).execute()
    await auteur(
      table('reunions_suites')
        .addColumn('decision', 'integer', (colonne) =>
          colonne.notNull().references('reunions_decisions.id').onDelete('cascade'),
        )
        .addColumn('acte', 'text', (colonne) => colonne.notNull())
        .addColumn('texte', 'text', (colonne) => colonne.notNull()),
    ).execute()
    await auteur(
      table('obligations_faites')
        .addColumn('territoire', 'text', (colonne) => colonne.notNull())
        .addColumn('obligation', 'text', (colonne) => colonne.notNull())
        .addColumn('periode', 'text', (colonne) => colonne.notNull())
        .addColumn('service', 'text')
        .addColumn('fait_le', 'text', (colonne) => colonne.notNull())
        .addColumn('texte', 'text', (colonne) => colonne.notNull()),
    )
      .addColumn('retire_par', 'text')
      .addColumn('retire_le', 'text')
      .execute()
    await table('calendriers')
      .addColumn('territoire', 'text', (colonne) => colonne.notNull())
      .addColumn('empreinte', 'text', (colonne) => colonne.notNull().unique())
      .addColumn('compte', 'integer', (colonne) => colonne.notNull().references('comptes.id').onDelete('cascade'))
      .addColumn('cree_le', 'text', (colonne) => colonne.notNull())
      .addColumn('revoque_le', 'text')
      .execute()
  },
}
