import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Anterieures, FORMULE } from './check/empreindre.ts'
import { kyselyOn } from './socle/sql/dialecte.ts'
import { insertRows } from './socle/sql/insert-rows.ts'
import type { Dossier } from './store/dossier.ts'
import { listIllisiblesParmi } from './store/illisibles.ts'
import type { Instantane } from './store/instantanes.ts'
import { INSTALLATION, type TablesDuMagasin } from './store/tables.ts'

const CLE_FORMULE = 'formule_empreintes'

/** Whether the base's fingerprints are made as this software makes them; they will be from now on. */
const memeFormule = async (connection: DuckDBConnection): Promise<boolean> => {
  const db = kyselyOn<TablesDuMagasin>(connection)
  const ligne = await db.selectFrom('installation').select('valeur').where('cle', '=', CLE_FORMULE).executeTakeFirst()
  if (ligne?.valeur === FORMULE) return true
  await db.deleteFrom('installation').where('cle', '=', CLE_FORMULE).execute()
  await insertRows(connection, INSTALLATION, [{ cle: CLE_FORMULE, valeur: FORMULE }])
  return false
}

/** The files that fingerprints may be taken over from: those of a territory's latest snapshot; null where it has not all of them. */
export const anterieuresDe = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  precedent: Instantane | undefined,
): Promise<Anterieures | null> => {
  if (!(await memeFormule(connection)) || precedent === undefined) return null
  const { fichier_identites, fichier_courantes, fichier_cles } = precedent
  if (fichier_identites === null || fichier_courantes === null || fichier_cles === null) return null
  const anterieures = {
    identites: join(dossier.identites, fichier_identites),
    courantes: join(dossier.courantes, fichier_courantes),
    cles: join(dossier.cles, fichier_cles),
  }
  return (await listIllisiblesParmi(Object.values(anterieures))).size === 0 ? anterieures : null
}
