import type { DuckDBConnection } from '@duckdb/node-api'
import type { RawBuilder } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Fait } from '../engine/fait.ts'
import type { Lacunes } from '../engine/lacunes.ts'
import type { MoisLu } from '../engine/mois-lu.ts'
import type { Motif } from '../motif.ts'
import type { Cles } from './cles.ts'

/** One scan of a month, and the facts that each of its rows gives. */
export interface Passe {
  readonly requete: RawBuilder<unknown>
  readonly lire: (row: Readonly<Record<string, unknown>>) => readonly Fait[]
}

/** Which of the records behind a figure are asked for. */
export interface Choix {
  /** The keys that count for the entity; null where all do, the unknown included. */
  readonly cles: readonly string[] | null
  /** The denominator's records instead of the numerator's. */
  readonly tous: boolean
  /** Retention has touched S: what was stored of the month is all that can be told of what is no demande. */
  readonly clos: boolean
  /** Other days than the month's. */
  readonly periode?: { readonly debut: Jour; readonly fin: Jour }
  /** Columns told beside the list's own. */
  readonly autres?: readonly string[]
}

/** What to ask for a month's records, and whether the answer says, as `manques`, what each lacks or contradicts. */
export interface Liste {
  readonly requete: RawBuilder<unknown>
  readonly manques: boolean
}

/**
 * Where an indicator's figures come from: how a month is measured and listed, by which keys, and when it cannot be. The
 * engine, the lists, the exports and the pages ask it, and know none by its name: another is one file more. `Indicateur` is
 * the declaration it measures.
 */
export interface Relation<Indicateur> {
  /** The earlier snapshot that its indicators also look at: they are computed again where it comes late. */
  readonly regarde: 's0' | 'sMoins' | null
  /** What its facts are counted by. */
  readonly cles: Cles
  /** Its records are demandes: each has a number, and retention erases it. */
  readonly deDemandes: boolean
  /** Why an indicator has no value in a month, beside empty columns; null where it has one. */
  motif(indicateur: Indicateur, lacunes: Lacunes): Motif | null
  /** Extracts beforehand what the passes of a month will read. */
  preparer?(connection: DuckDBConnection, indicateurs: readonly Indicateur[], lu: MoisLu): Promise<MoisLu>
  /** The scans that measure some of its indicators. */
  passes(indicateurs: readonly Indicateur[], lu: MoisLu): readonly Passe[]
  /** The records of a month, by the same expressions as its figure: as many as it says. */
  lister(indicateur: Indicateur, lu: MoisLu, choix: Choix): Liste
  /** The columns of its lists. */
  colonnes(indicateur: Indicateur): readonly string[]
}
