import type { DuckDBConnection } from '@duckdb/node-api'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { TABLES_MESURES } from '../attributions/tables.ts'
import { batirDouzeMois, batirMois } from '../engine/batir.ts'
import { ecrireConsolides } from '../engine/consolide-stocke.ts'
import { lireMoisCalcules } from '../engine/mois-calcules.ts'
import { PAIRS_JUGES } from '../engine/table-pairs.ts'
import { RESULTATS } from '../engine/tables.ts'
import { TABLEAUX_CELLULES } from '../tableaux/tables.ts'
import type { BilanRefait } from './bilan.ts'
import { comparerTemoins, garderTemoins } from './comparer-tables.ts'
import { refaireInstantanes } from './refaire-instantanes.ts'
import { type Moyens, refaireMois } from './refaire-mois.ts'

/** Figures that are built again: of all months from their facts, even closed ones; of open snapshots from demandes. */
const TABLES_REFAITES = [RESULTATS, PAIRS_JUGES, ...TABLES_MESURES, TABLEAUX_CELLULES] as const

/**
 * Computes again, in a base that is a copy, every stored figure of a territory that what it keeps allows, and compares:
 * facts from demandes, results from facts, judgments, what the latest snapshot knows of the year before, attributions and
 * tables. What cannot be is named, with why.
 */
export const refaireTerritoire = async (
  connection: DuckDBConnection,
  territoire: string,
  moyens: Moyens,
  version: string,
): Promise<BilanRefait> => {
  const instantanes = await listInstantanes(connection, territoire)
  const calcules = await lireMoisCalcules(connection, territoire)
  await garderTemoins(connection, TABLES_REFAITES)
  const bilans: BilanRefait[] = []
  for (const calcule of calcules) bilans.push(await refaireMois(connection, territoire, calcule, instantanes, moyens))
  for (const calcule of calcules) await batirMois(connection, territoire, calcule)
  for (const calcule of calcules) await batirDouzeMois(connection, territoire, calcule)
  await ecrireConsolides(connection, territoire, instantanes, calcules)
  const desInstantanes = await refaireInstantanes(connection, territoire, instantanes, version)
  const desTables = await comparerTemoins(connection, TABLES_REFAITES)
  return {
    mois: bilans.reduce((somme, { mois }) => somme + mois, 0),
    chiffres: bilans.reduce((somme, { chiffres }) => somme + chiffres, 0),
    ecarts: [...bilans.flatMap(({ ecarts }) => ecarts), ...desTables],
    nonRefaits: [...bilans.flatMap(({ nonRefaits }) => nonRefaits), ...desInstantanes],
  }
}
