import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Mois } from '../../ingest/socle/jour.ts'
import { entier, json, liste, nul } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { INDICATEURS, indicateurDe } from '../registry.ts'
import type { Distribution } from '../stats/distribution.ts'
import { type Agregat, additionner, RIEN } from './agreger.ts'
import { type Mesure, mesurer } from './ligne.ts'
import { RESULTATS } from './tables.ts'

const { niveau, entite, indicateur, libelle, categorie, date_fermeture, motif } = RESULTATS.colonnes

const COUVERTURE = { indicateur, couverts: entier, motif }

const SOMME = {
  niveau,
  entite,
  indicateur,
  libelle,
  categorie,
  date_fermeture,
  effectif: nul(entier),
  numerateur: nul(entier),
  distributions: nul(liste(json<Distribution>())),
  details: nul(liste(json<Agregat['details']>())),
}

const STOCKS = INDICATEURS.filter(({ nature }) => nature === 'stock').map(({ code }) => code)

/** Categories that are summed as if they were one, under the name given. */
export interface GroupeSomme {
  readonly entite: string
  readonly libelle: string
  readonly categories: readonly string[]
}

/** The stored months of every entity, or those of some categories and of what the register lacks as those of one. */
const lignesLues = (groupe: GroupeSomme | undefined) =>
  groupe === undefined
    ? sql`SELECT * FROM resultats WHERE true`
    : sql`SELECT * REPLACE ('CATEGORIE' AS niveau, ${groupe.entite} AS entite, ${groupe.libelle} AS libelle,
        ${groupe.entite} AS categorie, NULL AS date_fermeture) FROM resultats
      WHERE (niveau = 'CATEGORIE' AND entite IN (${sql.join(groupe.categories.length > 0 ? groupe.categories : [''])})
        OR niveau = 'GUICHET' AND categorie IS NULL)`

/**
 * The figures of several months as sums of the stored months: numerators, denominators and counts add, delays are pooled
 * exactly, a stock is the last covered month's. An indicator has no value only where no month has one.
 */
export const sommerMois = async (
  connection: DuckDBConnection,
  territoire: string,
  mois: readonly Mois[],
  groupe?: GroupeSomme,
): Promise<Mesure[]> => {
  const lus = sql`(SELECT *, indicateur IN (${sql.join(STOCKS)}) AS stock FROM (${lignesLues(groupe)} AND territoire = ${territoire} AND duree = 1
    AND mois IN (${sql.join(mois)})))`
  const couvertures = await runQuery(
    connection,
    sql`SELECT indicateur, count(DISTINCT mois) FILTER (mois_couverts > 0) AS couverts, arg_max(motif, mois) FILTER (mois_couverts = 0) AS motif
      FROM ${lus} GROUP BY indicateur`,
    COUVERTURE,
  )
  const couverture = new Map(couvertures.map((c) => [c.indicateur, c]))
  const sommes = await runQuery(
    connection,
    sql`WITH lus AS (SELECT *, max(mois) FILTER (mois_couverts > 0) OVER (PARTITION BY indicateur) AS derniere FROM ${lus}),
      comptes AS (SELECT *, mois_couverts > 0 AND (NOT stock OR mois = derniere) AS compte FROM lus)
      SELECT niveau, entite, indicateur, arg_max(libelle, mois) AS libelle, arg_max_null(categorie, mois) AS categorie,
        arg_max_null(date_fermeture, mois) AS date_fermeture,
        sum(coalesce(denominateur, CAST(valeur AS BIGINT))) FILTER (compte) AS effectif,
        sum(numerateur) FILTER (compte) AS numerateur,
        list(distribution) FILTER (compte AND distribution IS NOT NULL) AS distributions,
        list(details) FILTER (compte AND details IS NOT NULL) AS details
      FROM comptes GROUP BY niveau, entite, indicateur ORDER BY niveau, entite, indicateur`,
    SOMME,
  )
  return sommes.flatMap((somme) => {
    const indicateur = indicateurDe(somme.indicateur)
    if (indicateur === undefined) return []
    const { couverts, motif } = couverture.get(somme.indicateur) ?? { couverts: 0, motif: null }
    const agregat = additionner([
      { ...RIEN, effectif: somme.effectif ?? RIEN.effectif, numerateur: somme.numerateur ?? RIEN.numerateur },
      ...(somme.distributions ?? []).map((distribution) => ({ ...RIEN, distribution })),
      ...(somme.details ?? []).map((details) => ({ ...RIEN, details })),
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
