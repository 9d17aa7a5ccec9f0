import type { DuckDBConnection } from '@duckdb/node-api'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { lireFaits } from '../engine/faits-stockes.ts'
import { verifiables } from '../engine/mesurable.ts'
import type { MoisCalcule } from '../engine/mois-calcules.ts'
import { lacunesDe } from '../engine/mois-lu.ts'
import { attributionsIncompletes } from '../indicateurs/attribution/attributions-incompletes.ts'

/** Of the attributions a guichet recorded in a month, how many lack each field; only fields that were exported. */
export interface CompletudeDuGuichet {
  readonly guichet: string
  readonly n: number
  readonly champs: readonly { readonly code: string; readonly libelle: string; readonly manquent: number }[]
}

/** Completeness field by field, guichet by guichet ('' where none is named), as the month's own snapshot showed it. */
export const lireCompletude = async (
  connection: DuckDBConnection,
  territoire: string,
  { mois, instantane }: MoisCalcule,
): Promise<CompletudeDuGuichet[]> => {
  const instantanes = await listInstantanes(connection, territoire)
  const lacunes = lacunesDe({ s: instantane, s0: null, sMoins: null }, instantanes)
  const champs = verifiables(attributionsIncompletes.composantes ?? [], lacunes)
  return (await lireFaits(connection, territoire, mois, 'fil'))
    .filter(({ indicateur }) => indicateur === attributionsIncompletes.code)
    .map(({ cle, effectif, details }) => ({
      guichet: cle,
      n: effectif,
      champs: champs.map(({ code, libelle }) => ({ code, libelle, manquent: details?.[code] ?? 0 })),
    }))
}
