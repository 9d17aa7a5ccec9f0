import { copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { litteral } from '../../ingest/socle/sql/litteral.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { Dossier } from '../../ingest/store/dossier.ts'
import { expliquerPanne, FichierEndommage, listFichiers, sha256De } from '../../ingest/store/fichiers.ts'
import { copierEtat } from '../state/etat.ts'

const BASE = 'infocentre.duckdb'
const APPLICATION = 'application.sqlite'
const ESSAIS = 3

/** A second name for a file, which stays when the first is taken away; a copy where the disk knows no second names. */
const lier = (de: string, vers: string): void => {
  try {
    linkSync(de, vers)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw cause
    copyFileSync(de, vers)
  }
}

/** The files that the snapshots cite, but rejects, each as it was written. */
const lierFichiers = async (connection: DuckDBConnection, dossier: Dossier, vers: string): Promise<string[]> => {
  const noms: string[] = []
  for (const cite of await listFichiers(connection)) {
    const { sorte, nom, sha256 } = cite
    if (sorte === 'rejets') continue
    mkdirSync(join(vers, sorte), { recursive: true, mode: 0o700 })
    lier(join(dossier[sorte], nom), join(vers, sorte, nom))
    if (sha256 !== null && (await sha256De(join(vers, sorte, nom))) !== sha256)
      throw new FichierEndommage(cite, 'ALTERE')
    noms.push(`${sorte}/${nom}`)
  }
  return noms
}

/** The base as one moment sees it, whatever is written meanwhile, with the files of that very moment. */
const figerBase = async (base: Base, vers: string): Promise<string[]> => {
  const connection = await base.connect()
  try {
    const { nom } = await runOne(connection, sql`SELECT current_database() AS nom`, { nom: texte })
    await runQuery(connection, sql`ATTACH ${litteral(join(vers, BASE))} AS sauvegarde`)
    await connection.run('BEGIN TRANSACTION')
    try {
      const fichiers = await lierFichiers(connection, base.dossier, vers)
      await runQuery(connection, sql`COPY FROM DATABASE ${sql.id(nom)} TO sauvegarde`)
      await runQuery(connection, sql`UPDATE sauvegarde.instantanes SET fichier_rejets = NULL`)
      await runQuery(connection, sql`DELETE FROM sauvegarde.fichiers WHERE sorte = 'rejets'`)
      await connection.run('COMMIT')
      return [BASE, ...fichiers]
    } catch (cause) {
      await connection.run('ROLLBACK').catch(() => {})
      throw cause
    } finally {
      await connection.run('DETACH sauvegarde')
    }
  } finally {
    connection.closeSync()
  }
}

/**
 * Sets what a backup holds apart in a folder: both databases, each as one moment sees it, and the files of the base. No
 * rejects, no exports, no secret. Tried again where an import ended just then and took its old files away.
 */
export const figer = async (
  base: Base,
  dossier: string,
): Promise<{ readonly dossier: string; readonly noms: readonly string[] }> => {
  for (let essai = 1; ; essai += 1) {
    const vers = join(dossier, String(essai))
    mkdirSync(vers, { recursive: true, mode: 0o700 })
    try {
      const fichiers = await figerBase(base, vers)
      await copierEtat(base.dossier, join(vers, APPLICATION))
      return { dossier: vers, noms: [...fichiers, APPLICATION] }
    } catch (cause) {
      if (essai === ESSAIS || cause instanceof FichierEndommage)
        throw await expliquerPanne(base.connection, base.dossier, cause)
    }
  }
}
