import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Mois } from '../../ingest/socle/jour.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { ecrireCalcules, lireCalcules, type TableauxCalcules } from './calcules.ts'
import { type Sujet, viderCellules } from './cellules.ts'
import { compterObjectifs } from './compter-objectifs.ts'
import { objectifs } from './declarations/attributions.ts'
import { aUnSeuil, type SeuilDeRessources } from './seuils.ts'
import type { Vues } from './source.ts'
import type { MotifTableau } from './tableau.ts'

const { code } = objectifs

/** Counts TAB04-07 where a threshold lets it be, else why it is not measurable. */
export const mesurerObjectifs = async (
  connection: DuckDBConnection,
  sujet: Sujet,
  mois: Mois | null,
  completes: RawBuilder<unknown>,
  vues: Omit<Vues, 'guichet'>,
  seuils: readonly SeuilDeRessources[],
): Promise<MotifTableau | null> => {
  await viderCellules(connection, sujet, [code])
  if (!aUnSeuil(seuils, sujet.instantane)) return 'SEUIL_ABSENT'
  if (mois !== null) await compterObjectifs(connection, sujet, mois, completes, vues, seuils)
  return null
}

/** Why TAB04-07 was not measurable of a snapshot whose columns are no longer at hand: its counts stay as they were. */
export const motifGarde = (ancien: TableauxCalcules | undefined): MotifTableau | null =>
  ancien === undefined ? 'SEUIL_ABSENT' : (ancien.motifs[code] ?? null)

/**
 * Counts TAB04-07 again by the thresholds just typed, for the only snapshot whose columns are still held: the latest. False
 * where nothing could be counted: it closes no month, it is closed, or one of its columns is empty.
 */
export const recompterObjectifs = async (
  connection: DuckDBConnection,
  territoire: string,
  seuils: readonly SeuilDeRessources[],
): Promise<boolean> => {
  const dernier = (await listInstantanes(connection, territoire)).at(-1)
  const ancien = (await lireCalcules(connection, territoire)).find(({ instantane }) => instantane === dernier?.date)
  if (dernier === undefined || dernier.clos || ancien === undefined || ancien.mois === null) return false
  const { [code]: motif, ...autres } = ancien.motifs
  if (motif !== undefined && motif !== 'SEUIL_ABSENT') return false
  const { instantane, registre, mois } = ancien
  const courantes = sql`(SELECT * FROM demandes_courantes WHERE territoire = ${territoire})`
  const sans = await mesurerObjectifs(
    connection,
    { territoire, instantane },
    mois,
    courantes,
    { territoire, registre },
    seuils,
  )
  await ecrireCalcules(connection, { ...ancien, motifs: sans === null ? autres : { ...autres, [code]: sans } })
  return sans === null
}
