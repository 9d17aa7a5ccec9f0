import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { PanneInstallation } from '../socle/erreur.ts'
import { viewCourantes } from './courantes.ts'
import { creerDossier, type Dossier, SORTES_DE_FICHIERS } from './dossier.ts'
import { reprendre } from './echange.ts'
import { listInstantanes } from './instantanes.ts'
import { createTables } from './schema.ts'
import { viewVersions } from './versions.ts'

/** One installation's analytical base, open in this process and in no other. */
export interface Base {
  readonly dossier: Dossier
  /** For reading. Writers take a connection of their own with `connect`. */
  readonly connection: DuckDBConnection
  connect(): Promise<DuckDBConnection>
  close(): void
}

/** What an import may hold in memory before it spills to the temporary folder. */
const MEMOIRE_MAX = '1GB'

/** The engine's newest form of files, which packs decimal numbers and texts in half the room of its default one. */
export const FORME_DE_STOCKAGE = 'v1.5.0'

const isLocked = (cause: unknown): boolean => cause instanceof Error && /could not set lock/i.test(cause.message)

const isCorrupt = (cause: unknown): boolean => cause instanceof Error && /corrupt/i.test(cause.message)

const illisible = (racine: string, cause: unknown): PanneInstallation =>
  new PanneInstallation(
    'BASE_ILLISIBLE',
    `La base ${racine} ne peut pas être ouverte : restaurer une sauvegarde, ou choisir un autre dossier avec --base.`,
    { racine },
    { cause },
  )

/** Removes what no committed snapshot refers to: copies and files that a killed process left behind. */
const removeLeftovers = async (dossier: Dossier, connection: DuckDBConnection): Promise<void> => {
  const instantanes = await listInstantanes(connection)
  for (const sorte of SORTES_DE_FICHIERS) {
    const gardes = new Set(instantanes.map((instantane) => instantane[sorte.colonne]))
    for (const nom of readdirSync(dossier[sorte.dossier]))
      if (!gardes.has(nom)) rmSync(join(dossier[sorte.dossier], nom), { recursive: true, force: true })
  }
  rmSync(`${dossier.base}.nouveau`, { force: true })
  for (const nom of readdirSync(dossier.temporaire))
    rmSync(join(dossier.temporaire, nom), { recursive: true, force: true })
}

/** Opens (and creates) the base of a folder. Refused while another process holds it. */
export const openBase = async (racine: string): Promise<Base> => {
  reprendre(racine)
  const dossier = creerDossier(racine)
  let instance: DuckDBInstance
  try {
    instance = await DuckDBInstance.create(dossier.base, {
      memory_limit: MEMOIRE_MAX,
      storage_compatibility_version: FORME_DE_STOCKAGE,
      temp_directory: join(dossier.temporaire, 'moteur'),
      autoinstall_known_extensions: 'false',
    })
  } catch (cause) {
    if (isLocked(cause))
      throw new PanneInstallation(
        'BASE_OCCUPEE',
        `La base ${racine} est tenue par un autre processus : attendre qu’il ait fini, ou l’arrêter.`,
        { racine },
        { cause },
      )
    throw illisible(racine, cause)
  }
  const connection = await instance.connect()
  try {
    await createTables(connection)
    await viewCourantes(connection, dossier)
    await viewVersions(connection, dossier)
    await removeLeftovers(dossier, connection)
  } catch (cause) {
    connection.closeSync()
    instance.closeSync()
    throw isCorrupt(cause) ? illisible(racine, cause) : cause
  }
  return {
    dossier,
    connection,
    connect: () => instance.connect(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
