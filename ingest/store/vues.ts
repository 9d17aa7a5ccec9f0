import type { DuckDBConnection } from '@duckdb/node-api'
import { viewCourantes } from './courantes.ts'
import type { Dossier } from './dossier.ts'
import { listIllisibles } from './illisibles.ts'
import { viewVersions } from './versions.ts'

/**
 * Points the views of demandes at their files: in the transaction that writes these, and at opening, for the folder may
 * have moved.
 */
export const viewDemandes = async (connection: DuckDBConnection, dossier: Dossier): Promise<void> => {
  const illisibles = await listIllisibles(connection, dossier)
  await viewCourantes(connection, dossier, illisibles)
  await viewVersions(connection, dossier, illisibles)
}
