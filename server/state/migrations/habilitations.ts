import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely, Migration } from 'kysely'

const plein = (colonne: ColumnDefinitionBuilder): ColumnDefinitionBuilder => colonne.notNull()

const auteur = <T extends string>(table: CreateTableBuilder<string, T>) =>
  table.addColumn('par', 'text', plein).addColumn('le', 'text', plein)

/** The accesses to the national system, their yearly review, the gestionnaire's own activity, and the rights exercised. Rows are added. */
export const habilitations: Migration = {
  async up(db: Kysely<unknown>) {
    const table = (nom: string) =>
      db.schema.createTable(nom).addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
    const duTerritoire = (nom: string) => table(nom).addColumn('territoire', 'text', plein)
    const fille = (nom: string, colonne: string, mere: string) =>
      table(nom).addColumn(colonne, 'integer', (c) => c.notNull().references(`${mere}.id`).onDelete('cascade'))
    const acteDe = (nom: string, colonne: string, mere: string) =>
      fille(nom, colonne, mere).addColumn('acte', 'text', plein).addColumn('vers', 'text', plein)

    await duTerritoire('habilitations')
      .addColumn('sorte', 'text', plein)
      .addColumn('service', 'text')
      .addColumn('service_libelle', 'text')
      .addColumn('agent', 'text')
      .addColumn('organisme', 'text')
      .addColumn('profil', 'text', plein)
      .addColumn('base_legale', 'text')
      .execute()
    await auteur(
      acteDe('habilitations_actes', 'habilitation', 'habilitations')
        .addColumn('jour', 'text')
        .addColumn('depart_le', 'text')
        .addColumn('code', 'text')
        .addColumn('texte', 'text', plein)
        .addColumn('role', 'text', plein),
    ).execute()

    await duTerritoire('campagnes').addColumn('annee', 'integer', plein).execute()
    await auteur(
      acteDe('campagnes_actes', 'campagne', 'campagnes')
        .addColumn('jour', 'text')
        .addColumn('texte', 'text', plein)
        .addColumn('role', 'text', plein),
    ).execute()
    await fille('campagnes_services', 'campagne', 'campagnes')
      .addColumn('service', 'text', plein)
      .addColumn('service_libelle', 'text', plein)
      .execute()
    await auteur(
      acteDe('campagnes_reponses', 'demande', 'campagnes_services')
        .addColumn('texte', 'text', plein)
        .addColumn('bilan', 'text')
        .addColumn('role', 'text', plein),
    ).execute()
    await auteur(
      fille('campagnes_lignes', 'demande', 'campagnes_services')
        .addColumn('habilitation', 'integer', (c) => c.notNull().references('habilitations.id').onDelete('cascade'))
        .addColumn('decision', 'text', plein)
        .addColumn('depart_le', 'text')
        .addColumn('role', 'text', plein),
    ).execute()

    await auteur(
      duTerritoire('activites')
        .addColumn('sorte', 'text', plein)
        .addColumn('jour', 'text', plein)
        .addColumn('titre', 'text', plein)
        .addColumn('texte', 'text', plein)
        .addColumn('minutes', 'integer')
        .addColumn('participants', 'integer'),
    )
      .addColumn('retire_par', 'text')
      .addColumn('retire_le', 'text')
      .execute()
    await duTerritoire('droits').addColumn('sorte', 'text', plein).execute()
    await auteur(
      acteDe('droits_actes', 'droit', 'droits').addColumn('jour', 'text').addColumn('texte', 'text', plein),
    ).execute()

    for (const [nom, colonne] of [
      ['habilitations_actes', 'habilitation'],
      ['campagnes_actes', 'campagne'],
      ['campagnes_services', 'campagne'],
      ['campagnes_reponses', 'demande'],
      ['campagnes_lignes', 'demande'],
      ['droits_actes', 'droit'],
    ] as const)
      await db.schema.createIndex(`${nom}_de`).on(nom).columns([colonne]).execute()
  },
}
