import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { PanneInstallation } from '../socle/erreur.ts'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import type { Table } from '../socle/sql/table.ts'
import { createCoeurs, UN_COEUR } from './coeurs.ts'
import { refuserEnDestruction } from './destruction.ts'
import { creerDossier, type Dossier } from './dossier.ts'
import { removeUncited } from './fichiers.ts'
import { elargirMemoire, enOctets, memoireDeLaMachine, memoirePour } from './memoire.ts'
import { reprendre } from './restauration/mise-en-place.ts'
import { createTables } from './schema.ts'
import { TABLES_DU_MAGASIN, type TablesDuMagasin } from './tables.ts'
import { direReprise, tenir } from './verrou.ts'
import { viewDemandes } from './vues.ts'

/** One installation's analytical base, open in this process and in no other. */
export interface Base {
  readonly dossier: Dossier
  /** All that it stores, of every layer. */
  readonly tables: readonly Table[]
  /** For reading. Writers take a connection of their own with `connect`. */
  readonly connection: DuckDBConnection
  connect(): Promise<DuckDBConnection>
  /** Gives the engine, from now on, the memory and the cores that a snapshot of so many rows takes. */
  prevoir(lignes: number): Promise<void>
  /** From now on a question to the engine takes one core, however large: the others answer the pages. */
  laisserLesAutresCoeurs(): Promise<void>
  /** What became of the process that died holding it, and of a restoration cut short; null where all had ended well. */
  readonly reprise: string | null
  /** Closes the engine, the folder still being held. */
  closeEngine(): void
  close(): void
}

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
  await removeUncited(connection, dossier)
  rmSync(`${dossier.base}.nouveau`, { force: true })
  for (const nom of readdirSync(dossier.temporaire))
    rmSync(join(dossier.temporaire, nom), { recursive: true, force: true })
}

const openEngine = async (dossier: Dossier, memoire: number): Promise<DuckDBInstance> => {
  const { racine } = dossier
  try {
    return await DuckDBInstance.create(dossier.base, {
      memory_limit: enOctets(memoire),
      ...UN_COEUR,
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
}

const openConnection = async (
  instance: DuckDBInstance,
  dossier: Dossier,
  tables: readonly Table[],
): Promise<DuckDBConnection> => {
  const connection = await instance.connect()
  try {
    await createTables(connection, tables)
    await viewDemandes(connection, dossier)
    await removeLeftovers(dossier, connection)
    return connection
  } catch (cause) {
    connection.closeSync()
    throw isCorrupt(cause) ? illisible(dossier.racine, cause) : cause
  }
}

/** How many demandes the largest snapshot has. */
const lignesDuPlusGrand = async (connection: DuckDBConnection): Promise<number> => {
  const { lignes } = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('instantanes')
    .select((eb) => eb.fn.max('demandes').as('lignes'))
    .executeTakeFirstOrThrow()
  return Number(lignes ?? 0)
}

/**
 * Opens (and creates) the base of a folder, which this process then holds: a restoration that was cut short is finished
 * or undone first. `tables` are those of the layers above; `memoire` is what the engine may hold in memory, in bytes, as
 * its snapshots ask where it is null. Refused while another process holds it.
 */
export const openBase = async (
  racine: string,
  tables: readonly Table[],
  memoire: number | null = null,
): Promise<Base> => {
  refuserEnDestruction(racine)
  const verrou = tenir(racine, 'COMMANDE')
  let instance: DuckDBInstance | null = null
  try {
    const reprise = direReprise(verrou.abandon, await reprendre(racine))
    const dossier = creerDossier(racine)
    instance = await openEngine(dossier, memoire ?? memoirePour(0, memoireDeLaMachine()))
    const moteur = instance
    const connection = await openConnection(moteur, dossier, tables)
    const coeurs = createCoeurs(connection)
    const elargir = elargirMemoire(connection, memoire)
    const prevoir = async (lignes: number) => {
      await elargir(lignes)
      await coeurs.elargir(lignes)
    }
    await prevoir(await lignesDuPlusGrand(connection))
    const closeEngine = () => {
      connection.closeSync()
      moteur.closeSync()
    }
    return {
      dossier,
      tables: [...TABLES_DU_MAGASIN, ...tables],
      connection,
      reprise,
      closeEngine,
      connect: () => moteur.connect(),
      prevoir,
      laisserLesAutresCoeurs: () => coeurs.nEnGarderQuUn(),
      close: () => {
        closeEngine()
        verrou.release()
      },
    }
  } catch (cause) {
    instance?.closeSync()
    verrou.release()
    throw cause
  }
}
