import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Dossier } from '../dossier.ts'
import { direDefaut, etatDuFichier, listFichiers } from '../fichiers.ts'
import { LIEUX_DES_FICHIERS } from '../lieux-des-numeros.ts'

/** A territory that keeps what is past retention, and the file that holds it back, in a sentence. */
export interface TerritoireEmpeche {
  readonly territoire: string
  readonly phrase: string
}

/**
 * The territories of which a file is missing or altered: its demandes cannot be listed, or writing it again would give a
 * digest to what is no longer what was written.
 */
export const listerEmpeches = async (connection: DuckDBConnection, dossier: Dossier): Promise<TerritoireEmpeche[]> => {
  const sortes = new Set(LIEUX_DES_FICHIERS.map(({ lieu }) => lieu))
  const empeches = new Map<string, string>()
  for (const cite of await listFichiers(connection)) {
    if (!sortes.has(cite.sorte) || empeches.has(cite.territoire)) continue
    const etat = await etatDuFichier(dossier, cite)
    if (etat === 'ABSENT' || etat === 'ALTERE') empeches.set(cite.territoire, direDefaut(cite, etat))
  }
  return [...empeches].map(([territoire, phrase]) => ({ territoire, phrase }))
}

/** The versions of every demande but those of some territories, whose files are not read. */
export const versionsSansSql = (empeches: readonly TerritoireEmpeche[]): RawBuilder<unknown> =>
  empeches.length === 0
    ? sql`demandes_versions`
    : sql`(SELECT * FROM demandes_versions WHERE territoire NOT IN (${sql.join(empeches.map(({ territoire }) => territoire))}))`
