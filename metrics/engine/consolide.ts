import type { DuckDBConnection } from '@duckdb/node-api'
import { debutMois, finMois, type Jour, type Mois, moisDe, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
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

/** Why the latest snapshot knows nothing of some indicators. */
export const motifsConsolides = (lacunes: Lacunes): Record<string, Motif> =>
  Object.fromEntries(
    CONSOLIDABLES.flatMap((indicateur) => {
      const motif = motifNonMesurable(indicateur, lacunes)
      return motif === null ? [] : [[indicateur.code, motif]]
    }),
  )

/** What the latest snapshot knows of a past month, as facts. */
export const consoliderMois = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: Mois,
  dernier: Jour,
  lacunes: Lacunes,
): Promise<Fait[]> => {
  const mesurables = CONSOLIDABLES.filter((indicateur) => motifNonMesurable(indicateur, lacunes) === null)
  const instantanes = { territoire, s: dernier, s0: null, sMoins: null, dernier }
  const periode = { debut: debutMois(mois), fin: finMois(mois) }
  const passes = passesDe(mesurables, instantanes, lacunes, periode, () => 'tout')
  return runPasses(connection, passes)
}
