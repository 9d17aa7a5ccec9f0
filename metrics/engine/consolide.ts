import type { DuckDBConnection } from '@duckdb/node-api'
import { debutMois, finMois, type Jour, type Mois, moisDe, moisEntre, moisPlus } from '../../ingest/store/jour.ts'
import { type CodeIndicateur, INDICATEURS } from '../registry.ts'
import type { Motif } from '../resultat.ts'
import type { Fait } from './fait.ts'
import { type Lacunes, motifNonMesurable } from './mesurable.ts'
import { passesDe, runPasses } from './passes.ts'

/** How many months back later snapshots are believed to know everything. */
const MOIS_CONSOLIDES = 11

const CONSOLIDABLES = INDICATEURS.filter(({ consolidable }) => consolidable)

export const CODES_CONSOLIDABLES: readonly CodeIndicateur[] = CONSOLIDABLES.map(({ code }) => code)

/** The months of which the latest snapshot says what it knows. */
export const moisConsolidables = (dernier: Jour): Mois[] =>
  moisEntre(moisPlus(moisDe(dernier), -MOIS_CONSOLIDES), moisDe(dernier))

/** What the latest snapshot knows of a past month: its facts, and why some indicators have none. */
export const consoliderMois = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: Mois,
  dernier: Jour,
  lacunes: Lacunes,
): Promise<{ faits: Fait[]; motifs: Record<string, Motif> }> => {
  const motifs: Record<string, Motif> = {}
  const mesurables = CONSOLIDABLES.filter((indicateur) => {
    const motif = motifNonMesurable(indicateur, lacunes)
    if (motif !== null) motifs[indicateur.code] = motif
    return motif === null
  })
  const instantanes = { territoire, s: dernier, s0: null, sMoins: null, dernier }
  const periode = { debut: debutMois(mois), fin: finMois(mois) }
  const passes = passesDe(mesurables, instantanes, lacunes, periode, () => 'tout')
  return { faits: await runPasses(connection, passes), motifs }
}
