import { type Base, openBase } from '../ingest/store/base.ts'
import { TABLES_DES_MESURES } from '../metrics/tables.ts'

/**
 * Opens (and creates) the base of a folder, with the tables of every layer. `memoire`, in bytes, bounds the engine's; null
 * lets it follow the snapshots' size.
 */
export const openInstallation = (racine: string, memoire: number | null = null): Promise<Base> =>
  openBase(racine, TABLES_DES_MESURES, memoire)
