import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { type CodeIndicateur, INDICATEURS, indicateurDe } from '../registry.ts'
import type { Motif, Niveau } from '../resultat.ts'
import type { Distribution } from '../stats/distribution.ts'
import { additionner, RIEN } from './agreger.ts'
import { type Mesure, mesurer } from './ligne.ts'

interface Somme {
  readonly niveau: Niveau
  readonly entite: string
  readonly indicateur: CodeIndicateur
  readonly libelle: string
  readonly categorie: string | null
  readonly date_fermeture: Jour | null
  readonly effectif: number
  readonly numerateur: number
  readonly distributions: readonly string[] | null
  readonly details: readonly string[] | null
}

const STOCKS = INDICATEURS.filter(({ nature }) => nature === 'stock').map(({ code }) => sql.lit(code))

/**
 * The figures of several months as sums of the stored months: numerators, denominators and counts add, delays are pooled
 * exactly, a stock is the last covered month's. An indicator has no value only where no month has one.
 */
export const sommerMois = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
): Promise<Mesure[]> => {
  const stocks = sql`(${sql.join(STOCKS)})`
  const lus = sql`(SELECT *, indicateur IN ${stocks} AS stock FROM resultats WHERE territoire = ${sql.lit(territoire)} AND duree = 1
    AND mois IN (${sql.join(mois.map((m) => sql.lit(m)))}))`
  const couvertures = await runQuery<{ indicateur: string; couverts: number; motif: Motif | null }>(
    connection,
    sql`SELECT indicateur, count(DISTINCT mois) FILTER (mois_couverts > 0) AS couverts, arg_max(motif, mois) FILTER (mois_couverts = 0) AS motif
      FROM ${lus} GROUP BY indicateur`,
  )
  const couverture = new Map(couvertures.map((c) => [c.indicateur, c]))
  const sommes = await runQuery<Somme>(
    connection,
    sql`WITH lus AS (SELECT *, max(mois) FILTER (mois_couverts > 0) OVER (PARTITION BY indicateur) AS derniere FROM ${lus}),
      comptes AS (SELECT *, mois_couverts > 0 AND (NOT stock OR mois = derniere) AS compte FROM lus)
      SELECT niveau, entite, indicateur, arg_max(libelle, mois) AS libelle, arg_max_null(categorie, mois) AS categorie,
        arg_max_null(date_fermeture, mois) AS date_fermeture,
        coalesce(sum(coalesce(denominateur, CAST(valeur AS BIGINT))) FILTER (compte), 0) AS effectif,
        coalesce(sum(numerateur) FILTER (compte), 0) AS numerateur,
        list(distribution) FILTER (compte AND distribution IS NOT NULL) AS distributions,
        list(details) FILTER (compte AND details IS NOT NULL) AS details
      FROM comptes GROUP BY niveau, entite, indicateur ORDER BY niveau, entite, indicateur`,
  )
  return sommes.flatMap((somme) => {
    const indicateur = indicateurDe(somme.indicateur)
    if (indicateur === undefined) return []
    const { couverts, motif } = couverture.get(somme.indicateur) ?? { couverts: 0, motif: null }
    const agregat = additionner([
      { ...RIEN, effectif: somme.effectif, numerateur: somme.numerateur },
      ...(somme.distributions ?? []).map((texte) => ({ ...RIEN, distribution: JSON.parse(texte) as Distribution })),
      ...(somme.details ?? []).map((texte) => ({ ...RIEN, details: JSON.parse(texte) as Record<string, number> })),
    ])
    const entite = {
      code: somme.entite,
      libelle: somme.libelle,
      categorie: somme.categorie,
      date_fermeture: somme.date_fermeture,
    }
    return [mesurer(indicateur, somme.niveau, entite, agregat, couverts > 0 ? null : motif, couverts)]
  })
}
