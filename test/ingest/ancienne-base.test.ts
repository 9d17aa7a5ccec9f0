import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { listInstantanes, putInstantane } from '../../ingest/store/instantanes.ts'
import { INSTANTANES } from '../../ingest/store/tables.ts'
import { PAIRS_JUGES } from '../../metrics/engine/table-pairs.ts'
import { openInstallation } from '../../server/installation.ts'
import { dossierTemporaire } from '../base.ts'

/** A base of a form, without the columns and tables of purges, digests and judged peers, with a snapshot in it. */
const ecrireAncienne = async (forme: string, apres = ''): Promise<string> => {
  const racine = join(dossierTemporaire(), 'base')
  mkdirSync(racine)
  const instance = await DuckDBInstance.create(join(racine, 'infocentre.duckdb'))
  const connection = await instance.connect()
  await connection.run(readFileSync(join(import.meta.dirname, 'ancienne-base.sql'), 'utf8'))
  await connection.run(`INSERT INTO installation VALUES ('schema', '${forme}');
    INSERT INTO instantanes BY NAME SELECT '013' AS territoire, DATE '2026-09-30' AS date, FALSE AS synthetique,
      TIMESTAMP '2026-10-02 08:00:00' AS importe_le, 12 AS demandes, '{"demandes":"ab"}' AS empreintes,
      ['baux'] AS colonnes_vides, [] AS guichets_flux, TRUE AS sans_secret, '{"lignes":12}' AS rapport; ${apres}`)
  connection.closeSync()
  instance.closeSync()
  return racine
}

const ATTENDU = {
  territoire: '013',
  date: enJour('2026-09-30'),
  source: null,
  synthetique: false,
  importe_le: '2026-10-02 08:00:00',
  demandes: 12,
  empreintes: { demandes: 'ab' },
  colonnes_vides: ['baux'],
  guichets_flux: [],
  sans_secret: true,
  fichier_courantes: null,
  fichier_historique: null,
  fichier_identites: null,
  fichier_cles: null,
  fichier_rejets: null,
  clos: false,
  purge_au: null,
}

describe('une base faite par une version antérieure', () => {
  it('s’ouvre avec ses instantanés, et gagne les colonnes et les tables qui lui manquent', async () => {
    const racine = await ecrireAncienne('3')
    for (const _fois of [1, 2]) {
      const base = await openInstallation(racine)
      expect(await listInstantanes(base.connection)).toEqual([ATTENDU])
      expect(await runQuery(base.connection, sql`SELECT * FROM pairs_juges`, PAIRS_JUGES.colonnes)).toEqual([])
      const [rapport] = await runQuery(base.connection, sql`SELECT * FROM instantanes`, INSTANTANES.colonnes)
      expect(rapport?.rapport).toEqual({ lignes: 12 })
      base.close()
    }
  })

  it('reçoit un instantané comme une base neuve', async () => {
    const base = await openInstallation(await ecrireAncienne('3'))
    const { clos, purge_au, ...ancien } = ATTENDU
    const neuf = { ...ancien, demandes: 13, colonnes_vides: [], guichets_flux: ['13055'] }
    await putInstantane(base.connection, neuf)
    expect(await listInstantanes(base.connection, '013')).toEqual([{ ...neuf, clos, purge_au }])
    base.close()
  })

  it('est refusée d’une phrase si elle est d’une autre forme, et reste telle quelle', async () => {
    const racine = await ecrireAncienne('2')
    await expect(openInstallation(racine)).rejects.toMatchObject({ code: 'BASE_AUTRE_VERSION' })
    await expect(openInstallation(racine)).rejects.toThrow(/autre version du logiciel/)
  })

  it('est refusée si l’une de ses tables a une colonne que le logiciel ne connaît pas', async () => {
    const racine = await ecrireAncienne('3', 'ALTER TABLE baux ADD COLUMN inconnue VARCHAR')
    await expect(openInstallation(racine)).rejects.toThrow(/La table baux de la base a été faite par une autre version/)
  })
})
