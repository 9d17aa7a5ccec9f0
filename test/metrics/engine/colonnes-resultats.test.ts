import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { COLONNES_RESULTATS } from '../../../metrics/engine/colonnes-resultats.ts'
import { ouvrirBase } from '../../base.ts'

it('les colonnes écrites sont celles de la table, dans son ordre et de ses types', async () => {
  const { base } = await ouvrirBase()
  const colonnes = await runQuery<{ nom: string; type: string }>(
    base.connection,
    sql`SELECT column_name AS nom, replace(data_type, 'JSON', 'VARCHAR') AS type FROM duckdb_columns() WHERE table_name = 'resultats' ORDER BY column_index`,
  )
  expect(COLONNES_RESULTATS.map(({ nom, type }) => ({ nom, type: String(type) }))).toEqual(colonnes)
})
