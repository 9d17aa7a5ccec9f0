import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Motif } from '../resultat.ts'
import type { Normes } from './juger.ts'

/** How a month was computed. */
export interface MoisCalcule {
  readonly mois: Mois
  readonly instantane: Jour
  readonly s0: Jour | null
  readonly s_moins: Jour | null
  /** The snapshot whose register it was. */
  readonly registre: Jour | null
  readonly motifs: Readonly<Record<string, Motif>>
  readonly normes: Normes
  /** Guichets that its demandes or messages name. */
  readonly guichets: readonly string[]
  readonly version: string
  readonly calcule_le: string
}

export const lireMoisCalcules = async (connection: DuckDBConnection, territoire: string): Promise<MoisCalcule[]> => {
  const lignes = await runQuery<MoisCalcule & { motifs: string; normes: string }>(
    connection,
    sql`SELECT * EXCLUDE (territoire) FROM mois_calcules WHERE territoire = ${sql.lit(territoire)} ORDER BY mois`,
  )
  return lignes.map((ligne) => ({
    ...ligne,
    motifs: JSON.parse(ligne.motifs) as Record<string, Motif>,
    normes: JSON.parse(ligne.normes) as Normes,
  }))
}

const jourOuNul = (jour: Jour | null) => (jour === null ? sql`NULL` : jourSql(jour))

export const ecrireMoisCalcule = async (
  connection: DuckDBConnection,
  territoire: string,
  m: MoisCalcule,
): Promise<void> => {
  await runQuery(
    connection,
    sql`INSERT OR REPLACE INTO mois_calcules VALUES (${sql.lit(territoire)}, ${sql.lit(m.mois)}, ${jourSql(m.instantane)}, ${jourOuNul(m.s0)}, ${jourOuNul(m.s_moins)}, ${jourOuNul(m.registre)},
      ${sql.lit(JSON.stringify(m.motifs))}, ${sql.lit(JSON.stringify(m.normes))}, [${sql.join(m.guichets.map((code) => sql.lit(code)))}]::VARCHAR[], ${sql.lit(m.version)}, ${sql.lit(m.calcule_le)}::TIMESTAMP)`,
  )
}
