import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { creerDossier, type Dossier } from './dossier.ts'
import { ErreurInfocentre } from './erreur.ts'
import { runQuery } from './query.ts'
import { createTables } from './schema.ts'

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

const isLocked = (cause: unknown): boolean => cause instanceof Error && /could not set lock/i.test(cause.message)

/** Removes what no committed snapshot refers to: copies and files that a killed process left behind. */
const removeLeftovers = async (dossier: Dossier, connection: DuckDBConnection): Promise<void> => {
  const cites = await runQuery<{ f: string | null }>(
    connection,
    sql`SELECT unnest([fichier_identites, fichier_cles, fichier_rejets]) AS f FROM instantanes`,
  )
  const gardes = new Set(cites.map(({ f }) => f))
  for (const chemin of [dossier.identites, dossier.cles, dossier.rejets])
    for (const nom of readdirSync(chemin))
      if (!gardes.has(nom)) rmSync(join(chemin, nom), { recursive: true, force: true })
  for (const nom of readdirSync(dossier.temporaire))
    rmSync(join(dossier.temporaire, nom), { recursive: true, force: true })
}

/** Opens (and creates) the base of a folder. Refused while another process holds it. */
export const openBase = async (racine: string): Promise<Base> => {
  const dossier = creerDossier(racine)
  let instance: DuckDBInstance
  try {
    instance = await DuckDBInstance.create(dossier.base, {
      memory_limit: MEMOIRE_MAX,
      temp_directory: join(dossier.temporaire, 'moteur'),
      autoinstall_known_extensions: 'false',
    })
  } catch (cause) {
    if (isLocked(cause))
      throw new ErreurInfocentre(
        'BASE_OCCUPEE',
        `La base ${racine} est tenue par un autre processus : attendre qu’il ait fini, ou l’arrêter.`,
        { racine },
        { cause },
      )
    throw new ErreurInfocentre(
      'BASE_ILLISIBLE',
      `La base ${racine} ne peut pas être ouverte : restaurer une sauvegarde, ou choisir un autre dossier avec --base.`,
      { racine },
      { cause },
    )
  }
  const connection = await instance.connect()
  try {
    await createTables(connection)
    await removeLeftovers(dossier, connection)
  } catch (cause) {
    connection.closeSync()
    instance.closeSync()
    throw cause
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
