import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Mois } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { PairsJuges } from './pairs-juges.ts'

/** What the peers stored together were judged on: a month, or the twelve that end with it. */
export interface PeriodeRangee {
  readonly territoire: string
  readonly mois: Mois
  readonly duree: 1 | 12
}

/** Puts the peers of a period in the place of those it had, in the connection's transaction. */
export const ecrirePairs = async (
  connection: DuckDBConnection,
  { territoire, mois, duree }: PeriodeRangee,
  pairs: Iterable<PairsJuges>,
): Promise<void> => {
  await runQuery(
    connection,
    sql`DELETE FROM pairs_juges WHERE territoire = ${territoire} AND mois = ${mois} AND duree = ${duree}`,
  )
  const appender = await connection.createAppender('pairs_juges')
  for (const { niveau, categorie, indicateur, p0, phi, tau2, effectif } of pairs) {
    appender.appendVarchar(territoire)
    appender.appendVarchar(mois)
    appender.appendUTinyInt(duree)
    for (const texte of [niveau, categorie, indicateur]) appender.appendVarchar(texte)
    appender.appendDouble(p0)
    for (const nombre of [phi, tau2])
      if (nombre === null) appender.appendNull()
      else appender.appendDouble(nombre)
    appender.appendInteger(effectif)
    appender.endRow()
  }
  appender.closeSync()
}

/**
 * The peers that a period's figures were judged among. None where its figures were stored before their peers were: what
 * they were compared with is then unknown, and is not computed again from the figures a reader happens to hold.
 */
export const lirePairs = (
  connection: DuckDBConnection,
  { territoire, mois, duree }: PeriodeRangee,
): Promise<PairsJuges[]> =>
  runQuery<PairsJuges>(
    connection,
    sql`SELECT niveau, categorie, indicateur, p0, phi, tau2, effectif FROM pairs_juges
      WHERE territoire = ${territoire} AND mois = ${mois} AND duree = ${duree} ORDER BY niveau, categorie, indicateur`,
  )
