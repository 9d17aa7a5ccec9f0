import type { DuckDBConnection } from '@duckdb/node-api'
import type { Mois } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { insertRows } from '../../ingest/socle/sql/insert-rows.ts'
import type { LigneDeTable } from '../../ingest/socle/sql/table.ts'
import { type CodeIndicateur, estDIndicateur } from '../registry.ts'
import type { TablesLues } from '../tables.ts'
import type { Fait } from './fait.ts'
import { FAITS } from './tables.ts'

type Lecture = LigneDeTable<typeof FAITS>['lecture']

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
  await kyselyOn<TablesLues>(connection)
    .deleteFrom('faits')
    .where('territoire', '=', territoire)
    .where('mois', '=', mois)
    .where('lecture', '=', lecture)
    .where('indicateur', 'in', codes)
    .execute()
  await insertRows(connection, FAITS, faits, { territoire, mois, lecture })
}

export const lireFaits = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: Mois,
  lecture: Lecture,
): Promise<Fait[]> => {
  const lignes = await kyselyOn<TablesLues>(connection)
    .selectFrom('faits')
    .select(['indicateur', 'cle', 'effectif', 'numerateur', 'distribution', 'details'])
    .where('territoire', '=', territoire)
    .where('mois', '=', mois)
    .where('lecture', '=', lecture)
    .orderBy('indicateur')
    .orderBy('cle')
    .execute()
  return lignes.filter(estDIndicateur)
}
