import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Mois } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { CodeIndicateur } from '../registry.ts'
import type { Distribution } from '../stats/distribution.ts'
import type { Fait } from './fait.ts'

/** `fil`: as the month's own snapshot knew it; `consolide`: as the latest one does. */
export type Lecture = 'fil' | 'consolide'

/** Replaces the stored facts of some indicators in a month. */
export const ecrireFaits = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: Mois,
  lecture: Lecture,
  codes: readonly CodeIndicateur[],
  faits: readonly Fait[],
): Promise<void> => {
  if (codes.length === 0) return
  await runQuery(
    connection,
    sql`DELETE FROM faits WHERE territoire = ${sql.lit(territoire)} AND mois = ${sql.lit(mois)} AND lecture = ${sql.lit(lecture)}
      AND indicateur IN (${sql.join(codes.map((code) => sql.lit(code)))})`,
  )
  const appender = await connection.createAppender('faits')
  for (const fait of faits) {
    appender.appendVarchar(territoire)
    appender.appendVarchar(mois)
    appender.appendVarchar(lecture)
    appender.appendVarchar(fait.indicateur)
    appender.appendVarchar(fait.cle)
    appender.appendBigInt(BigInt(fait.effectif))
    if (fait.numerateur === null) appender.appendNull()
    else appender.appendBigInt(BigInt(fait.numerateur))
    for (const valeur of [fait.distribution, fait.details])
      if (valeur === null) appender.appendNull()
      else appender.appendVarchar(JSON.stringify(valeur))
    appender.endRow()
  }
  appender.closeSync()
}

export const lireFaits = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: Mois,
  lecture: Lecture,
): Promise<Fait[]> => {
  const lignes = await runQuery<Fait & { distribution: string | null; details: string | null }>(
    connection,
    sql`SELECT indicateur, cle, effectif, numerateur, distribution, details FROM faits
      WHERE territoire = ${sql.lit(territoire)} AND mois = ${sql.lit(mois)} AND lecture = ${sql.lit(lecture)} ORDER BY indicateur, cle`,
  )
  return lignes.map((ligne) => ({
    ...ligne,
    distribution: ligne.distribution && (JSON.parse(ligne.distribution) as Distribution),
    details: ligne.details && (JSON.parse(ligne.details) as Record<string, number>),
  }))
}
