import { createHmac } from 'node:crypto'
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { hmacSql } from '../../../ingest/check/empreintes.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runOne } from '../../../ingest/socle/sql/query.ts'

it.each([1, 32, 63, 64, 65, 200])(
  'l’HMAC que calcule le moteur est celui de la norme, d’une clé de %i octets',
  async (octets) => {
    const secret = 'k'.repeat(octets)
    const connection = await (await DuckDBInstance.create()).connect()
    const { hmac } = await runOne(connection, sql`SELECT ${hmacSql(secret)(sql`'Élodie'`)} AS hmac`, { hmac: texte })
    expect(hmac).toBe(createHmac('sha256', secret).update('Élodie').digest('hex'))
    connection.closeSync()
  },
)
