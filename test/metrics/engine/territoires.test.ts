import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { type Essai, ouvrirEssai } from '../aide.ts'

const lireTable = (essai: Essai, table: string, territoire: string) =>
  runQuery(
    essai.base.connection,
    sql`SELECT COLUMNS(*)::VARCHAR FROM ${sql.table(table)} WHERE territoire = ${territoire} ORDER BY ALL`,
  )

/** Two months of a territory: the second knows more of the first, and names a guichet that the register lacks. */
const charger = async (essai: Essai, territoire: string, parMois: number): Promise<void> => {
  for (const [i, date] of ['2026-09-30', '2026-10-31'].entries())
    await essai.importer({
      territoire,
      date: enJour(date),
      guichets: [{ code: `${territoire}AA`, siren: '123456782' }],
      demandes: Array.from({ length: parMois + i }, () => ({
        date_enregistrement: '2026-09-15',
        guichet_renouvellement: `${territoire}ZZ`,
      })),
      flux: [{ date: '2026-10-02', guichet: `${territoire}FF`, type_message: 'CREATION', statut: 'ACCEPTE' }],
      baux: [{ siren_bailleur: '123456782', mois: '2026-07', baux_signes: parMois }],
    })
}

it('l’import d’un territoire ne change rien à un autre, et ne lui emprunte rien', async () => {
  const [ensemble, seul] = [await ouvrirEssai(), await ouvrirEssai()]
  await charger(ensemble, '013', 3)
  const tables = ['resultats', 'faits', 'registres']
  const avant = await Promise.all(tables.map((table) => lireTable(ensemble, table, '013')))
  await charger(ensemble, '069', 5)
  await charger(seul, '069', 5)
  const lire = (essai: Essai, territoire: string) =>
    Promise.all(tables.map((table) => lireTable(essai, table, territoire)))
  expect(avant.map((lignes) => lignes.length > 0)).toEqual([true, true, true])
  expect(await lire(ensemble, '013')).toEqual(avant)
  expect(await lire(ensemble, '069')).toEqual(await lire(seul, '069'))
})
