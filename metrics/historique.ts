import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Mois } from '../ingest/socle/jour.ts'
import { entier, liste, unDe } from '../ingest/socle/sql/colonne.ts'
import { kyselyOn } from '../ingest/socle/sql/dialecte.ts'
import type { LigneDe } from '../ingest/socle/sql/forme.ts'
import { runQuery } from '../ingest/socle/sql/query.ts'
import { RESULTATS, type Resultat } from './engine/tables.ts'
import type { Niveau } from './resultat.ts'
import type { TablesLues } from './tables.ts'

/** The stored values of one entity and indicator, one for each month of a list; null where a month has none. */
export interface SerieMensuelle {
  readonly niveau: Niveau
  readonly entite: string
  readonly indicateur: string
  readonly valeurs: readonly (number | null)[]
}

export interface FiltreSuites {
  readonly niveaux: readonly Niveau[]
  readonly entites?: readonly string[]
  readonly indicateur?: string
}

const { mois: unMois, niveau: unNiveau, entite: uneEntite, indicateur: unIndicateur, valeur } = RESULTATS.colonnes

const SUITE = {
  niveau: unNiveau,
  entite: uneEntite,
  indicateur: unIndicateur,
  rangs: liste(entier),
  lues: liste(valeur),
}

const SIGNALE = {
  mois: unMois,
  niveau: unNiveau,
  entite: uneEntite,
  indicateur: unIndicateur,
  statut: unDe(['ALERTE', 'SURVEILLANCE']),
}

/** Stored values month by month, one list an entity and indicator, over the months given. */
export const lireSuites = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
  { niveaux, entites, indicateur }: FiltreSuites,
): Promise<SerieMensuelle[]> => {
  if (mois.length === 0 || niveaux.length === 0) return []
  const lignes = await runQuery(
    connection,
    sql`SELECT niveau, entite, indicateur, list(list_position(${mois}, mois) ORDER BY mois) AS rangs, list(valeur ORDER BY mois) AS lues
      FROM resultats WHERE territoire = ${territoire} AND duree = 1 AND mois IN (${sql.join(mois)}) AND niveau IN (${sql.join(niveaux)})
      ${entites ? sql`AND entite IN (${sql.join(entites.length > 0 ? entites : [''])})` : sql``}
      ${indicateur ? sql`AND indicateur = ${indicateur}` : sql``} GROUP BY ALL ORDER BY ALL`,
    SUITE,
  )
  return lignes.map(({ niveau, entite, indicateur: code, rangs, lues }) => {
    const valeurs: (number | null)[] = mois.map(() => null)
    for (const [i, rang] of rangs.entries()) valeurs[rang - 1] = lues[i] ?? null
    return { niveau, entite, indicateur: code, valeurs }
  })
}

/** A state that asks for attention, as a month shows it. */
export type EtatSignale = LigneDe<typeof SIGNALE>

/** The states that ask for attention in the months given, for guichets and services. */
export const lireEtatsSignales = (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
): Promise<EtatSignale[]> =>
  mois.length === 0
    ? Promise.resolve([])
    : runQuery(
        connection,
        sql`SELECT mois, niveau, entite, indicateur, statut_affiche AS statut FROM resultats WHERE territoire = ${territoire} AND duree = 1
          AND mois IN (${sql.join(mois)}) AND niveau IN ('GUICHET', 'SERVICE') AND statut_affiche IN ('ALERTE', 'SURVEILLANCE') ORDER BY ALL`,
        SIGNALE,
      )

/** Value, denominator and interval month by month of one entity, for its charts. */
export const lirePoints = (
  connection: DuckDBConnection,
  territoire: string,
  niveau: Niveau,
  entite: string,
  mois: readonly Mois[],
): Promise<Pick<Resultat, 'mois' | 'indicateur' | 'valeur' | 'denominateur' | 'ic_bas' | 'ic_haut'>[]> =>
  mois.length === 0
    ? Promise.resolve([])
    : kyselyOn<TablesLues>(connection)
        .selectFrom('resultats')
        .select(['mois', 'indicateur', 'valeur', 'denominateur', 'ic_bas', 'ic_haut'])
        .where('territoire', '=', territoire)
        .where('duree', '=', 1)
        .where('niveau', '=', niveau)
        .where('entite', '=', entite)
        .where('mois', 'in', mois)
        .orderBy('indicateur')
        .orderBy('mois')
        .execute()
