import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { entier } from '../../../ingest/socle/sql/colonne.ts'
import { runOne } from '../../../ingest/socle/sql/query.ts'
import { ouvrirBase } from '../../base.ts'

it('une base qui laisse les autres cœurs n’en occupe qu’un, par toutes ses connexions', async () => {
  const { base } = await ouvrirBase()
  await base.laisserLesAutresCoeurs()
  const autre = await base.connect()
  const { n } = await runOne(autre, sql`SELECT current_setting('threads')::INTEGER AS n`, { n: entier })
  expect(n).toBe(1)
  autre.closeSync()
})
