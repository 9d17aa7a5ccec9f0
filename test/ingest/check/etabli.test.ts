import { readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { dansLeDesordre, surUnEtabli } from '../../../ingest/check/etabli.ts'
import { ErreurRequete } from '../../../ingest/socle/sql/erreur-requete.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { dossierTemporaire, ouvrirBase } from '../../base.ts'

const ordre = async (connection: Parameters<typeof runQuery>[0]) =>
  (await runQuery(connection, sql`SELECT current_setting('preserve_insertion_order') AS garde`))[0]?.garde

const ouvrir = async () => {
  const { base } = await ouvrirBase()
  await base.connection.run('SET threads = 2')
  return base.connection
}

describe('l’établi', () => {
  it('s’ôte avec ses tables et son fichier, et rend à la connexion ce qu’elle voyait', async () => {
    const connection = await ouvrir()
    const dossier = dossierTemporaire()
    const lu = await surUnEtabli(connection, dossier, async ({ base }) => {
      await runQuery(connection, sql`CREATE TABLE ${sql.id(base, 'main', 'essai')} AS SELECT 3 AS n`)
      expect(readdirSync(dossier)).not.toEqual([])
      return runQuery(connection, sql`SELECT n FROM essai`)
    })
    expect(lu).toEqual([{ n: 3 }])
    expect(readdirSync(dossier)).toEqual([])
    await expect(runQuery(connection, sql`SELECT n FROM essai`)).rejects.toThrow(ErreurRequete)
    expect(await runQuery(connection, sql`SELECT count(*) AS n FROM instantanes`)).toEqual([{ n: 0 }])
  })

  it('d’une écriture qui échoue dans une transaction garde la cause, et remet les lignes dans l’ordre', async () => {
    const connection = await ouvrir()
    const echouer = surUnEtabli(connection, dossierTemporaire(), async () => {
      await connection.run('BEGIN TRANSACTION')
      try {
        await dansLeDesordre(connection, () => runQuery(connection, sql`SELECT error('disque plein')`))
      } finally {
        await connection.run('ROLLBACK')
      }
    })
    await expect(echouer).rejects.toMatchObject({ cause: { message: expect.stringContaining('disque plein') } })
    expect(await ordre(connection)).toBe(true)
  })

  it('ne met rien dans le désordre sur un seul cœur : les pages lisent pendant ce temps', async () => {
    const connection = await ouvrir()
    await connection.run('SET threads = 1')
    await dansLeDesordre(connection, async () => expect(await ordre(connection)).toBe(true))
    await connection.run('SET threads = 2')
    await dansLeDesordre(connection, async () => expect(await ordre(connection)).toBe(false))
    expect(await ordre(connection)).toBe(true)
  })
})
