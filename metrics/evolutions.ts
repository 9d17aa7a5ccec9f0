import type { DuckDBConnection } from '@duckdb/node-api'
import type { Mois } from '../ingest/socle/jour.ts'
import { kyselyOn } from '../ingest/socle/sql/dialecte.ts'
import { COLONNES_FIGURE, type Resultat } from './engine/tables.ts'
import type { Figure } from './resultat.ts'
import type { TablesLues } from './tables.ts'

/** A figure followed from month to month. */
export type LigneDesignee = Pick<Figure, 'niveau' | 'entite' | 'indicateur'>

/** A stored figure of a month, or of the twelve that end with it. */
export type FigureDuMois = Figure & Pick<Resultat, 'mois' | 'duree'>

export const cleDeLigne = ({ niveau, entite, indicateur }: LigneDesignee): string => `${niveau}|${entite}|${indicateur}`

/** The stored figures of some lines, month by month from the oldest, those of each month and of its twelve months. */
export const lireEvolutions = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
  lignes: readonly LigneDesignee[],
): Promise<FigureDuMois[]> => {
  if (mois.length === 0 || lignes.length === 0) return []
  const cles = new Set(lignes.map(cleDeLigne))
  const lues = await kyselyOn<TablesLues>(connection)
    .selectFrom('resultats')
    .select([...COLONNES_FIGURE, 'mois', 'duree'])
    .where('territoire', '=', territoire)
    .where('mois', 'in', mois)
    .where(
      'entite',
      'in',
      lignes.map(({ entite }) => entite),
    )
    .where(
      'indicateur',
      'in',
      lignes.map(({ indicateur }) => indicateur),
    )
    .orderBy('mois')
    .execute()
  return lues.filter((lue) => cles.has(cleDeLigne(lue)))
}
