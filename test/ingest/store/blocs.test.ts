import { setTimeout as attendre } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { noterBlocs, recouvrirBlocs } from '../../../ingest/store/purge/blocs.ts'
import { ouvrirBase } from '../../base.ts'

it('les blocs libérés se recouvrent une fois partis ceux qui écrivent', async () => {
  const { base } = await ouvrirBase()
  const { connection } = base
  const aRecouvrir = async () =>
    (await runQuery(connection, sql`SELECT cle FROM installation WHERE cle = 'blocs_a_recouvrir'`, { cle: texte }))
      .length
  await noterBlocs(connection)
  await noterBlocs(connection)
  expect(await aRecouvrir()).toBe(1)
  const autre = await base.connect()
  await autre.run('BEGIN')
  await autre.run('CREATE TABLE encore (n INTEGER)')
  await expect(connection.run('CHECKPOINT')).rejects.toThrow()
  const fait = recouvrirBlocs(connection)
  await attendre(50)
  await autre.run('COMMIT')
  await fait
  expect(await aRecouvrir()).toBe(0)
  autre.closeSync()
})
