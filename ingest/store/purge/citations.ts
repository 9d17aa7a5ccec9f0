import { randomUUID } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { kyselyOn } from '../../socle/sql/dialecte.ts'
import type { SORTES_DE_FICHIERS } from '../dossier.ts'
import type { TablesDuMagasin } from '../tables.ts'

type Colonne = (typeof SORTES_DE_FICHIERS)[number]['colonne']

/** The name under which a file is written again: what a name holds never changes. */
export const renommer = (nom: string): string => nom.replace(/-[0-9a-f]{8}(?=\.)/, `-${randomUUID().slice(0, 8)}`)

/** The files of a sort that the base cites. */
export const citesDe = (
  connection: DuckDBConnection,
  colonne: Colonne,
): Promise<{ readonly territoire: string; readonly nom: string }[]> =>
  kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('instantanes')
    .select((eb) => ['territoire', eb.ref(colonne).$notNull().as('nom')])
    .where(colonne, 'is not', null)
    .orderBy('territoire')
    .orderBy(colonne)
    .execute()

/** Cites a file in the place of another. */
export const citer = async (
  connection: DuckDBConnection,
  colonne: Colonne,
  ancien: string,
  neuf: string,
): Promise<void> => {
  await kyselyOn<TablesDuMagasin>(connection)
    .updateTable('instantanes')
    .set(colonne, neuf)
    .where(colonne, '=', ancien)
    .execute()
}
