import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../socle/jour.ts'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import { insertRows } from '../socle/sql/insert-rows.ts'
import { type RapportInstantane, SANS_REPRISE } from './rapport.ts'
import { INSTANTANES, type LigneInstantane, type TablesDuMagasin } from './tables.ts'

/** A loaded snapshot. */
export type Instantane = Omit<LigneInstantane, 'rapport'>

/** The report, which is long, is read by itself. */
const COLONNES = (Object.keys(INSTANTANES.colonnes) as (keyof LigneInstantane)[]).filter((nom) => nom !== 'rapport')

/** Every loaded snapshot, by territory and date. */
export const listInstantanes = (connection: DuckDBConnection, territoire?: string): Promise<Instantane[]> => {
  const tous = kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('instantanes')
    .select(COLONNES)
    .orderBy('territoire')
    .orderBy('date')
  return (territoire === undefined ? tous : tous.where('territoire', '=', territoire)).execute()
}

const updateInstantane = (connection: DuckDBConnection, territoire: string, date: Jour) =>
  kyselyOn<TablesDuMagasin>(connection)
    .updateTable('instantanes')
    .where('territoire', '=', territoire)
    .where('date', '=', date)

/** Writes a snapshot's line, in the place of the one of the same day. Its report is still to come. */
export const putInstantane = async (
  connection: DuckDBConnection,
  instantane: Omit<Instantane, 'clos' | 'purge_au'>,
): Promise<void> => {
  await kyselyOn<TablesDuMagasin>(connection)
    .deleteFrom('instantanes')
    .where('territoire', '=', instantane.territoire)
    .where('date', '=', instantane.date)
    .execute()
  await insertRows(connection, INSTANTANES, [{ ...instantane, rapport: {}, clos: false, purge_au: null }])
}

/**
 * Points a territory's history at the files an import wrote: the latest snapshot's, and the versions that ended, beside
 * those of earlier imports or, where `seul`, in the place of them all.
 */
export const pointHistory = async (
  connection: DuckDBConnection,
  territoire: string,
  fichiers: {
    readonly dernier: Jour
    readonly date: Jour
    readonly courantes: string
    readonly historique: string | null
    readonly seul: boolean
  },
): Promise<void> => {
  const { dernier, date, courantes, historique, seul } = fichiers
  if (seul)
    await kyselyOn<TablesDuMagasin>(connection)
      .updateTable('instantanes')
      .set('fichier_historique', null)
      .where('territoire', '=', territoire)
      .execute()
  await updateInstantane(connection, territoire, dernier).set('fichier_courantes', courantes).execute()
  await updateInstantane(connection, territoire, date).set('fichier_historique', historique).execute()
}

/**
 * A territory's latest snapshot is kept whole, with its names apart, and the identity keys of its latest two: the others'
 * files are cited no more.
 */
export const forgetOlderFiles = async (
  connection: DuckDBConnection,
  territoire: string,
  dates: readonly Jour[],
): Promise<void> => {
  const oublier = (colonne: 'fichier_courantes' | 'fichier_identites' | 'fichier_cles', gardees: readonly Jour[]) =>
    kyselyOn<TablesDuMagasin>(connection)
      .updateTable('instantanes')
      .set(colonne, null)
      .where('territoire', '=', territoire)
      .where(colonne, 'is not', null)
      .where('date', 'not in', gardees)
      .execute()
  const rangees = dates.toSorted()
  await oublier('fichier_courantes', rangees.slice(-1))
  await oublier('fichier_identites', rangees.slice(-1))
  await oublier('fichier_cles', rangees.slice(-2))
}

/** The report of a loaded snapshot's import, as it was kept; those of the first versions do not tell the register's changes. */
export const readRapport = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
): Promise<RapportInstantane> => {
  const { rapport } = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('instantanes')
    .select('rapport')
    .where('territoire', '=', territoire)
    .where('date', '=', date)
    .executeTakeFirstOrThrow()
  return { ...SANS_REPRISE, ...(rapport as Omit<RapportInstantane, keyof typeof SANS_REPRISE>) }
}

export const writeRapport = async (
  connection: DuckDBConnection,
  territoire: string,
  date: Jour,
  rapport: RapportInstantane,
): Promise<void> => {
  const ecrit = INSTANTANES.colonnes.rapport.ecrire(rapport)
  await updateInstantane(connection, territoire, date).set('rapport', sql`${ecrit}`).execute()
}
