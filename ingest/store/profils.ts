import type { DuckDBConnection } from '@duckdb/node-api'
import { epurer, estVide, type Profil } from '../contract/profil.ts'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import { insertRows } from '../socle/sql/insert-rows.ts'
import { enTransaction } from '../socle/sql/transaction.ts'
import type { Base } from './base.ts'
import { PROFILS, type TablesDuMagasin } from './tables.ts'

export type { Profil } from '../contract/profil.ts'

/** The profile kept for a territory. */
export interface ProfilGarde {
  readonly profil: Profil
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly garde_le: string
}

/** The profile that a territory's next imports are read with; null where none is kept. */
export const trouverProfil = async (connection: DuckDBConnection, territoire: string): Promise<ProfilGarde | null> => {
  const garde = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('profils')
    .select(['profil', 'garde_le'])
    .where('territoire', '=', territoire)
    .executeTakeFirst()
  return garde ?? null
}

/** Keeps a profile for a territory, in the place of the one it had; an empty one leaves it none. */
export const garderProfil = async (
  connection: DuckDBConnection,
  territoire: string,
  profil: Profil,
  garde_le: string,
): Promise<void> => {
  await kyselyOn<TablesDuMagasin>(connection).deleteFrom('profils').where('territoire', '=', territoire).execute()
  if (!estVide(profil)) await insertRows(connection, PROFILS, [{ territoire, profil: epurer(profil), garde_le }])
}

/** The same, on its own: in one transaction. */
export const remplacerProfil = async (
  base: Base,
  territoire: string,
  profil: Profil,
  garde_le: string,
): Promise<void> => {
  const connection = await base.connect()
  try {
    await enTransaction(connection, () => garderProfil(connection, territoire, profil, garde_le))
  } finally {
    connection.closeSync()
  }
}
