import { type Base, openBase } from '../ingest/store/base.ts'
import { TABLES_DES_MESURES } from '../metrics/tables.ts'

/** Opens (and creates) the base of a folder, with the tables of every layer. */
export const openInstallation = (racine: string): Promise<Base> => openBase(racine, TABLES_DES_MESURES)
