import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { type Anterieures, anterieuresSql, FORMULE } from './check/empreindre.ts'
import { kyselyOn } from './socle/sql/dialecte.ts'
import { insertRows } from './socle/sql/insert-rows.ts'
import { runQuery } from './socle/sql/query.ts'
import type { Dossier } from './store/dossier.ts'
import type { Instantane } from './store/instantanes.ts'
import { INSTALLATION, type TablesDuMagasin } from './store/tables.ts'

const CLE_FORMULE = 'formule_empreintes'

const memeFormule = async (connection: DuckDBConnection): Promise<boolean> => {
  const ligne = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('installation')
    .select('valeur')
    .where('cle', '=', CLE_FORMULE)
    .executeTakeFirst()
  return ligne?.valeur === FORMULE
}

/** Notes that the base's fingerprints are made as this software makes them: in the transaction that makes them. */
export const noterFormule = async (connection: DuckDBConnection): Promise<void> => {
  if (await memeFormule(connection)) return
  await kyselyOn<TablesDuMagasin>(connection).deleteFrom('installation').where('cle', '=', CLE_FORMULE).execute()
  await insertRows(connection, INSTALLATION, [{ cle: CLE_FORMULE, valeur: FORMULE }])
}

/**
 * The files that fingerprints may be taken over from: those of a territory's latest snapshot, made as this software makes
 * them; null where one of them lacks, or does not open. They are tried out of any transaction, which a failure would break.
 */
export const anterieuresDe = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  precedent: Instantane | undefined,
): Promise<Anterieures | null> => {
  if (precedent === undefined || !(await memeFormule(connection))) return null
  const { fichier_identites, fichier_courantes, fichier_cles } = precedent
  if (fichier_identites === null || fichier_courantes === null || fichier_cles === null) return null
  const anterieures = {
    identites: join(dossier.identites, fichier_identites),
    courantes: join(dossier.courantes, fichier_courantes),
    cles: join(dossier.cles, fichier_cles),
  }
  const seLisent = runQuery(connection, sql`SELECT 1 FROM ${anterieuresSql(anterieures)} LIMIT 0`).then(
    () => true,
    () => false,
  )
  return (await seLisent) ? anterieures : null
}
