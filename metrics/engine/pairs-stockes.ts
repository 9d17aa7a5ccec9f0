import type { DuckDBConnection } from '@duckdb/node-api'
import type { Mois } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import { estDIndicateur } from '../registry.ts'
import type { TablesLues } from '../tables.ts'
import type { PairsJuges } from './pairs-juges.ts'
import { PAIRS_JUGES } from './table-pairs.ts'

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
  pairs: readonly PairsJuges[],
): Promise<void> => {
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('pairs_juges')
    .where('territoire', '=', territoire)
    .where('mois', '=', mois)
    .where('duree', '=', duree)
    .execute()
  await insertRows(connection, PAIRS_JUGES, pairs, { territoire, mois, duree })
}

/**
 * The peers that a period's figures were judged among. None where its figures were stored before their peers were: what
 * they were compared with is then unknown, and is not computed again from the figures a reader happens to hold.
 */
export const lirePairs = async (
  connection: DuckDBConnection,
  { territoire, mois, duree }: PeriodeRangee,
): Promise<PairsJuges[]> => {
  const lignes = await kyselyOn<TablesLues>(connection)
    .selectFrom('pairs_juges')
    .select(['niveau', 'categorie', 'indicateur', 'p0', 'phi', 'tau2', 'effectif'])
    .where('territoire', '=', territoire)
    .where('mois', '=', mois)
    .where('duree', '=', duree)
    .orderBy('niveau')
    .orderBy('categorie')
    .orderBy('indicateur')
    .execute()
  return lignes.filter(estDIndicateur)
}
