import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { dossierDe } from '../../../ingest/store/dossier.ts'
import { compterEcritures } from '../../../server/state/ecritures.ts'
import { type BaseEtat, openEtat } from '../../../server/state/etat.ts'
import { TABLES_DE_L_APPLICATION } from '../../../server/state/tables.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'

/** What every request writes, or is the count itself. */
const MUETTES = ['copies', 'ecritures', 'journal', 'journal_ancres', 'sessions']

const comptees = TABLES_DE_L_APPLICATION.filter(({ nom }) => !MUETTES.includes(nom))

const valeurDe = (type: string) => (type === 'TEXT' ? '[]' : 1)

const ajouter = (etat: BaseEtat, { nom, colonnes }: (typeof TABLES_DE_L_APPLICATION)[number]) =>
  sql`INSERT INTO ${sql.table(nom)} (${sql.join(Object.keys(colonnes).map((c) => sql.ref(c)))})
    VALUES (${sql.join(Object.values(colonnes).map(({ type }) => valeurDe(type)))})`.execute(etat)

const ouvrir = async (): Promise<{ ici: BaseEtat; ailleurs: BaseEtat; fermer: () => Promise<void> }> => {
  const dossier = dossierDe(ecrireDossier({}))
  const [ici, ailleurs] = [await openEtat(dossier), await openEtat(dossier)]
  for (const etat of [ici, ailleurs]) await sql`PRAGMA foreign_keys = OFF`.execute(etat)
  return {
    ici,
    ailleurs,
    fermer: async () => {
      await ici.destroy()
      await ailleurs.destroy()
    },
  }
}

it('toute table que montrent des pages se compte quand une autre connexion y écrit, colonne par colonne', async () => {
  const { ici, ailleurs, fermer } = await ouvrir()
  for (const table of comptees) {
    let avant = await compterEcritures(ici)
    const attendre = async (quoi: string) => {
      const apres = await compterEcritures(ici)
      expect([table.nom, quoi, apres > avant]).toEqual([table.nom, quoi, true])
      avant = apres
    }
    await ajouter(ailleurs, table)
    await attendre('ajout')
    const tues = table.nom === 'comptes' ? ['echecs', 'verrouille_jusqu_a', 'dernier_pas', 'vu_le'] : []
    for (const colonne of Object.keys(table.colonnes).filter((nom) => !tues.includes(nom))) {
      await sql`UPDATE ${sql.table(table.nom)} SET ${sql.ref(colonne)} = ${sql.ref(colonne)}`.execute(ailleurs)
      await attendre(colonne)
    }
    await sql`DELETE FROM ${sql.table(table.nom)}`.execute(ailleurs)
    await attendre('retrait')
  }
  expect(comptees.length).toBeGreaterThan(7)
  await fermer()
})

it('ce que chaque requête et chaque connexion écrivent ne se compte pas', async () => {
  const { ici, fermer } = await ouvrir()
  for (const table of TABLES_DE_L_APPLICATION.filter(({ nom }) => nom === 'comptes')) await ajouter(ici, table)
  const avant = await compterEcritures(ici)
  for (const table of TABLES_DE_L_APPLICATION.filter(({ nom }) => ['sessions', 'journal'].includes(nom)))
    await ajouter(ici, table)
  await sql`UPDATE comptes SET vu_le = '2026-11-23 10:00:00', echecs = 3, verrouille_jusqu_a = NULL`.execute(ici)
  expect(await compterEcritures(ici)).toBe(avant)
  await fermer()
})

it('une écriture défaite ne se compte pas', async () => {
  const { ici, fermer } = await ouvrir()
  const avant = await compterEcritures(ici)
  const rate = ici.transaction().execute(async (transaction) => {
    for (const table of comptees.slice(0, 1)) await ajouter(transaction, table)
    throw new Error('défaite')
  })
  await expect(rate).rejects.toThrow('défaite')
  expect(await compterEcritures(ici)).toBe(avant)
  await fermer()
})

it('un compteur ôté ou d’une version passée est reposé à l’ouverture', async () => {
  const dossier = dossierDe(ecrireDossier({}))
  const premiere = await openEtat(dossier)
  await sql`DROP TRIGGER ecriture_reglages_ajout`.execute(premiere)
  await sql`DROP TRIGGER ecriture_normes_ajout`.execute(premiere)
  await sql`CREATE TRIGGER ecriture_normes_ajout AFTER INSERT ON normes BEGIN SELECT 1; END`.execute(premiere)
  await premiere.destroy()
  const etat = await openEtat(dossier)
  for (const table of comptees.filter(({ nom }) => ['reglages', 'normes'].includes(nom))) {
    const avant = await compterEcritures(etat)
    await ajouter(etat, table)
    expect([table.nom, await compterEcritures(etat)]).toEqual([table.nom, avant + 1])
  }
  await etat.destroy()
})
