import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Mois } from '../ingest/socle/jour.ts'
import { runQuery } from '../ingest/socle/sql/query.ts'
import type { Niveau, Statut } from './resultat.ts'

/** The stored values of one entity and indicator, one for each month of a list; null where a month has none. */
export interface SerieMensuelle {
  readonly niveau: Niveau
  readonly entite: string
  readonly indicateur: string
  readonly valeurs: readonly (number | null)[]
}

/** A state that asks for attention, as a month shows it. */
export interface EtatSignale {
  readonly mois: Mois
  readonly niveau: Niveau
  readonly entite: string
  readonly indicateur: string
  readonly statut: Extract<Statut, 'ALERTE' | 'SURVEILLANCE'>
}

export interface FiltreSuites {
  readonly niveaux: readonly Niveau[]
  readonly entites?: readonly string[]
  readonly indicateur?: string
}

const liste = (valeurs: readonly string[]) => sql.join(valeurs.map((valeur) => sql.lit(valeur)))

/** Stored values month by month, one list an entity and indicator, over the months given. */
export const lireSuites = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
  { niveaux, entites, indicateur }: FiltreSuites,
): Promise<SerieMensuelle[]> => {
  if (mois.length === 0 || niveaux.length === 0) return []
  const lignes = await runQuery<{
    niveau: Niveau
    entite: string
    indicateur: string
    rangs: number[]
    lues: (number | null)[]
  }>(
    connection,
    sql`SELECT niveau, entite, indicateur, list(list_position([${liste(mois)}], mois) ORDER BY mois) AS rangs, list(valeur ORDER BY mois) AS lues
      FROM resultats WHERE territoire = ${sql.lit(territoire)} AND duree = 1 AND mois IN (${liste(mois)}) AND niveau IN (${liste(niveaux)})
      ${entites ? sql`AND entite IN (${liste(entites.length > 0 ? entites : [''])})` : sql``}
      ${indicateur ? sql`AND indicateur = ${sql.lit(indicateur)}` : sql``} GROUP BY ALL ORDER BY ALL`,
  )
  return lignes.map(({ niveau, entite, indicateur: code, rangs, lues }) => {
    const valeurs: (number | null)[] = mois.map(() => null)
    for (const [i, rang] of rangs.entries()) valeurs[rang - 1] = lues[i] ?? null
    return { niveau, entite, indicateur: code, valeurs }
  })
}

/** The states that ask for attention in the months given, for guichets and services. */
export const lireEtatsSignales = (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
): Promise<EtatSignale[]> =>
  mois.length === 0
    ? Promise.resolve([])
    : runQuery<EtatSignale>(
        connection,
        sql`SELECT mois, niveau, entite, indicateur, statut_affiche AS statut FROM resultats WHERE territoire = ${sql.lit(territoire)} AND duree = 1
          AND mois IN (${liste(mois)}) AND niveau IN ('GUICHET', 'SERVICE') AND statut_affiche IN ('ALERTE', 'SURVEILLANCE') ORDER BY ALL`,
      )

/** Value and denominator month by month of one entity, for its charts. */
export const lirePoints = (
  connection: DuckDBConnection,
  territoire: string,
  niveau: Niveau,
  entite: string,
  mois: readonly Mois[],
): Promise<{ mois: Mois; indicateur: string; valeur: number | null; denominateur: number | null }[]> =>
  mois.length === 0
    ? Promise.resolve([])
    : runQuery(
        connection,
        sql`SELECT mois, indicateur, valeur, denominateur FROM resultats WHERE territoire = ${sql.lit(territoire)} AND duree = 1
          AND niveau = ${sql.lit(niveau)} AND entite = ${sql.lit(entite)} AND mois IN (${liste(mois)}) ORDER BY indicateur, mois`,
      )
