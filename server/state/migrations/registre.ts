import type { CreateTableBuilder, Kysely, Migration } from 'kysely'

/** The register of services enregistreurs and the chartes: versions and acts, rows that are only added. */
export const registre: Migration = {
  async up(db: Kysely<unknown>) {
    const table = (nom: string) =>
      db.schema
        .createTable(nom)
        .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
        .addColumn('territoire', 'text', (colonne) => colonne.notNull())
    const textes = <T extends string>(faite: CreateTableBuilder<string, T>, ...noms: readonly string[]) =>
      noms.reduce<CreateTableBuilder<string, string>>(
        (suite, nom) => suite.addColumn(nom, 'text', (colonne) => colonne.notNull()),
        faite,
      )
    const AUTEUR = ['role', 'par', 'le'] as const
    const DEBUT = ['libelle', 'categorie', 'mode', 'guichets', 'adresses', 'horaires'] as const
    const CONTACTS = ['publics', 'telephone', 'courriel', 'contact', 'contact_telephone', 'contact_courriel'] as const

    const debut = textes(table('services_fiches'), 'service', ...DEBUT).addColumn('horaires_reportes_le', 'text')
    const contacts = textes(debut, ...CONTACTS, 'mandats').addColumn('cesse_le', 'text')
    await textes(contacts, 'successeur', 'origine', 'texte', ...AUTEUR).execute()
    await textes(table('services_conventions'), 'service', 'acte', 'jour', 'texte', ...AUTEUR).execute()
    const confirmations = textes(table('services_confirmations'), 'service').addColumn('annee', 'integer', (colonne) =>
      colonne.notNull(),
    )
    await textes(confirmations, 'acte', 'propose', 'texte', ...AUTEUR).execute()
    const ecarts = ['service', 'objet', 'instantane', 'la_bas', 'ici', 'acte', 'texte'] as const
    await textes(table('registre_ecarts'), ...ecarts, ...AUTEUR).execute()
    const chartes = textes(table('chartes_actes'), 'charte').addColumn('version', 'integer', (colonne) =>
      colonne.notNull(),
    )
    const actes = textes(chartes, 'acte').addColumn('articles', 'text').addColumn('jour', 'text')
    await textes(actes, 'texte', ...AUTEUR).execute()
    for (const nom of ['services_fiches', 'services_conventions', 'services_confirmations'])
      await db.schema.createIndex(`${nom}_du_service`).on(nom).columns(['territoire', 'service']).execute()
  },
}
