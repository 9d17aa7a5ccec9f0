import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { entier, texte } from '../../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../../ingest/socle/sql/query.ts'
import { memoirePour } from '../../../ingest/store/memoire.ts'
import { openInstallation } from '../../../server/installation.ts'
import { dossierTemporaire } from '../../base.ts'

const GIGA = 1_000_000_000
const MACHINE = 24 * GIGA

/** What the engine says that it may hold, which it rounds to a tenth of a binary unit. */
const borneDe = async (connection: DuckDBConnection): Promise<string> =>
  (await runOne(connection, sql`SELECT current_setting('memory_limit') AS borne`, { borne: texte })).borne

const ouvrir = async (racine: string, memoire?: number) => {
  const base = await openInstallation(racine, memoire)
  let ouverte = true
  const fermer = () => {
    if (ouverte) base.close()
    ouverte = false
  }
  onTestFinished(fermer)
  return { base, fermer }
}

describe('la mémoire du moteur', () => {
  it.each([
    ['sans aucune ligne, un gigaoctet', 0, MACHINE, GIGA],
    ['à trois millions de lignes, encore un gigaoctet', 3_000_000, MACHINE, GIGA],
    ['à la ligne d’après, 350 octets de plus', 3_000_001, MACHINE, GIGA + 350],
    ['à quatre millions, 350 Mo de plus', 4_000_000, MACHINE, 1_350_000_000],
    ['à trente millions, 27 fois 350 Mo de plus', 30_000_000, MACHINE, 10_450_000_000],
    ['au plus la moitié de la machine', 40_000_000, MACHINE, 12 * GIGA],
    ['la moitié d’une petite machine, même pour une ligne', 1, 1_500_000_000, 750_000_000],
    ['la moitié juste', 30_000_000, 20_900_000_000, 10_450_000_000],
    ['la moitié d’un octet de moins', 30_000_000, 20_899_999_998, 10_449_999_999],
  ])('%s', (_titre, lignes, machine, attendue) => {
    expect(memoirePour(lignes, machine)).toBe(attendue)
  })

  it('s’élargit pour un grand instantané, et ne se resserre pas pour le petit qui suit', async () => {
    const { base } = await ouvrir(join(dossierTemporaire(), 'base'))
    expect(await borneDe(base.connection)).toBe('953.6 MiB')
    await base.prevoir(3_000_000)
    expect(await borneDe(base.connection)).toBe('953.6 MiB')
    await base.prevoir(5_000_000)
    expect(await borneDe(base.connection)).toBe('1.5 GiB')
    await base.prevoir(10)
    expect(await borneDe(base.connection)).toBe('1.5 GiB')
  })

  it('est à l’ouverture celle du plus grand instantané', async () => {
    const racine = join(dossierTemporaire(), 'base')
    const { base, fermer } = await ouvrir(racine)
    for (const [jour, demandes] of [
      ['2026-08-31', 5_000_000],
      ['2026-09-30', 4_000_000],
    ])
      await runQuery(
        base.connection,
        sql`INSERT INTO instantanes BY NAME SELECT '013' AS territoire, ${jour}::DATE AS date, FALSE AS synthetique, now()::TIMESTAMP AS importe_le,
          ${demandes}::BIGINT AS demandes, '{}' AS empreintes, '{}' AS rapport, []::VARCHAR[] AS colonnes_vides, []::VARCHAR[] AS guichets_flux, TRUE AS sans_secret`,
      )
    fermer()
    expect(await borneDe((await ouvrir(racine)).base.connection)).toBe('1.5 GiB')
  })

  it('fixée, ne suit pas les instantanés', async () => {
    const { base } = await ouvrir(join(dossierTemporaire(), 'base'), 500_000_000)
    await base.prevoir(30_000_000)
    expect(await borneDe(base.connection)).toBe('476.8 MiB')
  })

  it('dépassée, déborde dans le dossier de la base', async () => {
    const racine = join(dossierTemporaire(), 'base')
    const { base } = await ouvrir(racine, 300_000_000)
    const dossier = await runOne(base.connection, sql`SELECT current_setting('temp_directory') AS dossier`, {
      dossier: texte,
    })
    expect(dossier.dossier).toBe(join(racine, 'temporaire', 'moteur'))
    const lignes = sql`SELECT i, repeat(i::VARCHAR, 20) AS t FROM range(4000000) r(i)`
    await runQuery(base.connection, sql`CREATE TEMP TABLE grande AS ${lignes}`)
    const { n, octets } = await runOne(
      base.connection,
      sql`SELECT (SELECT count(*) FROM grande) AS n, (SELECT sum(size) FROM duckdb_temporary_files())::BIGINT AS octets`,
      { n: entier, octets: entier },
    )
    expect(n).toBe(4_000_000)
    expect(octets).toBeGreaterThan(0)
  })
})
