import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import type { Lieu } from '../../../ingest/socle/sql/table.ts'
import { resteSql } from '../../../ingest/store/purge/selection.ts'
import { CITATIONS, PURGES } from '../../../ingest/store/purge/termes.ts'

const LIGNE: Lieu = { lieu: 'essai', colonne: 'numero', effet: 'LIGNE' }
const MASQUE: Lieu = { lieu: 'essai', colonne: 'cite', effet: 'MASQUE' }

it.each([
  [
    'un numéro est le sien et un autre cité',
    [LIGNE, MASQUE],
    [
      ['B', 'n° purgé'],
      ['C', 'D'],
    ],
  ],
  [
    'un numéro est le sien',
    [LIGNE],
    [
      ['B', 'A'],
      ['C', 'D'],
    ],
  ],
  [
    'un numéro est cité',
    [MASQUE],
    [
      ['A', 'D'],
      ['B', 'n° purgé'],
      ['C', 'D'],
    ],
  ],
  [
    'il n’y a aucun numéro',
    [],
    [
      ['A', 'D'],
      ['B', 'A'],
      ['C', 'D'],
    ],
  ],
])('d’une table où %s, la purge de A laisse le reste', async (_, lieux, attendu) => {
  const connection = await (await DuckDBInstance.create()).connect()
  for (const table of [PURGES, CITATIONS])
    await connection.run(`CREATE TABLE ${table} AS SELECT '013' AS territoire, 'A' AS numero_unique`)
  await connection.run("CREATE TABLE essai AS FROM (VALUES ('A', 'D'), ('B', 'A'), ('C', 'D')) t(numero, cite)")
  const lignes = await runQuery(connection, sql`${resteSql(sql`essai`, lieux, sql`'013'`)} ORDER BY numero`, {
    numero: texte,
    cite: texte,
  })
  expect(lignes.map(({ numero, cite }) => [numero, cite])).toEqual(attendu)
  connection.closeSync()
})
