import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { type Jour, type Mois, moisDe, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import { JOURS_DE_FENETRE } from '../../ingest/socle/regles/fenetre.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Niveau } from '../resultat.ts'
import { joursApres } from '../sql.ts'
import { type Delais, delaisDeDistribution } from './delais.ts'
import type { Estimation } from './estimer.ts'
import { MOIS_AJUSTES } from './fenetre.ts'
import type { JourCharge } from './lots.ts'
import type { Nature } from './signalees.ts'
import type { Silence } from './silences.ts'
import { deLInstantane } from './stockage.ts'
import type { CelluleTriangle } from './triangle.ts'

/** Whom figures are about. */
export interface Cible {
  readonly niveau: Niveau
  readonly entite: string
}

/** A month of signature as the command line and the exports give it. */
export type LigneAttributions = Omit<Estimation, 'chaine'>

const deLaCible = ({ niveau, entite }: Cible) => sql`niveau = ${sql.lit(niveau)} AND entite = ${sql.lit(entite)}`

/** How a snapshot's attributions were measured: beside which one, or why they were not. */
export interface EtatAttributions {
  readonly instantane: Jour
  readonly precedent: Jour | null
  readonly motif: string | null
}

/** The latest measured snapshot dated at most of a day; null where there is none. */
export const etatAu = async (
  connection: DuckDBConnection,
  territoire: string,
  jusqua: Jour,
): Promise<EtatAttributions | null> => {
  const [etat] = await runQuery<EtatAttributions>(
    connection,
    sql`SELECT instantane, precedent, motif FROM attributions_mesurees WHERE territoire = ${sql.lit(territoire)} AND instantane <= ${jourSql(jusqua)} ORDER BY instantane DESC LIMIT 1`,
  )
  return etat ?? null
}

const ESTIMATION = sql`mois, enregistrees, part_enregistree, estimees, ic_bas, ic_haut, provisoire, delai_median, delai_p90`

const inconnue = (mois: Mois): LigneAttributions => ({
  mois,
  enregistrees: 0,
  part_enregistree: null,
  estimees: null,
  ic_bas: null,
  ic_haut: null,
  provisoire: true,
  delai_median: null,
  delai_p90: null,
})

/** The twelve months of signature that end with a day's, as a snapshot knows and estimates them. */
export const lireEstimations = async (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  fin: Jour,
  cible: Cible,
): Promise<LigneAttributions[]> => {
  const lignes = await runQuery<LigneAttributions>(
    connection,
    sql`SELECT ${ESTIMATION} FROM attributions_estimees WHERE ${deLInstantane(territoire, instantane)} AND ${deLaCible(cible)}`,
  )
  if (lignes.length === 0) return []
  const connues = new Map(lignes.map((ligne) => [ligne.mois, ligne]))
  const dernier = moisDe(fin)
  return moisEntre(moisPlus(dernier, 1 - MOIS_AJUSTES), dernier).map((mois) => connues.get(mois) ?? inconnue(mois))
}

/** Lags of an entity's leases of one month of signature. */
export interface LigneDelais extends Delais, Cible {
  readonly libelle: string
  readonly categorie: string | null
  readonly mois: Mois
}

/** The lags that a snapshot shows, by entity and month of signature: of some levels, or of one entity. */
export const lireDelais = async (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  filtre: { niveaux: readonly Niveau[] } | Cible,
): Promise<LigneDelais[]> => {
  const ou =
    'niveaux' in filtre
      ? sql`niveau IN (${sql.join(filtre.niveaux.map((niveau) => sql.lit(niveau)))})`
      : deLaCible(filtre)
  const lignes = await runQuery<LigneDelais & { distribution: string }>(
    connection,
    sql`SELECT * EXCLUDE (territoire, instantane) FROM attributions_delais WHERE ${deLInstantane(territoire, instantane)} AND ${ou} ORDER BY niveau, entite, mois`,
  )
  return lignes.map((ligne) => ({ ...ligne, distribution: JSON.parse(ligne.distribution) as Delais['distribution'] }))
}

/** Lags of several months of signature together, exactly. */
export const reunirDelais = (lignes: readonly Delais[]): Delais =>
  delaisDeDistribution(
    lignes.flatMap(({ distribution }) => distribution),
    {
      enregistrees: lignes.reduce((total, { enregistrees }) => total + enregistrees, 0),
      anterieures: lignes.reduce((total, { anterieures }) => total + anterieures, 0),
    },
  )

/** The lags of months of signature that no later snapshot kept whole: each as the latest snapshot that shows it does. */
export const lireDelaisPasses = async (
  connection: DuckDBConnection,
  territoire: string,
  cible: Cible,
  mois: readonly Mois[],
): Promise<Delais[]> => {
  if (mois.length === 0) return []
  const lignes = await runQuery<{ distribution: string; enregistrees: number; anterieures: number }>(
    connection,
    sql`SELECT arg_max(distribution, instantane) AS distribution, arg_max(enregistrees, instantane) AS enregistrees, arg_max(anterieures, instantane) AS anterieures
      FROM attributions_delais WHERE territoire = ${sql.lit(territoire)} AND ${deLaCible(cible)} AND mois IN (${sql.join(mois.map((m) => sql.lit(m)))}) GROUP BY mois`,
  )
  return lignes.map(({ distribution, ...comptes }) =>
    delaisDeDistribution(JSON.parse(distribution) as Delais['distribution'], comptes),
  )
}

export const lireTriangle = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  cible: Cible,
): Promise<CelluleTriangle[]> =>
  runQuery<CelluleTriangle>(
    connection,
    sql`SELECT mois, retard, n FROM attributions_triangles WHERE ${deLInstantane(territoire, instantane)} AND ${deLaCible(cible)} ORDER BY mois, retard`,
  )

export const lireJours = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
): Promise<JourCharge[]> =>
  runQuery<JourCharge>(
    connection,
    sql`SELECT guichet, trimestre, n, jour, n_jour FROM attributions_jours WHERE ${deLInstantane(territoire, instantane)} ORDER BY guichet, trimestre`,
  )

export const lireSignalees = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
): Promise<{ nature: Nature; guichet: string; n: number }[]> =>
  runQuery(
    connection,
    sql`SELECT nature, guichet, n FROM attributions_signalees WHERE ${deLInstantane(territoire, instantane)} ORDER BY nature, guichet`,
  )

export const lireSilences = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
): Promise<Silence[]> =>
  runQuery<Silence>(
    connection,
    sql`SELECT service, libelle, derniere, avant FROM attributions_silences WHERE ${deLInstantane(territoire, instantane)} ORDER BY avant DESC, service`,
  )

const FIN_DU_MOIS = sql`last_day(CAST(mois || '-01' AS DATE))`

/** What was known of each month of signature at the end of that month, and what is now: the two totals beside each other. */
export const lireFilEtConsolide = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  cible: Cible,
): Promise<{ mois: Mois; fil: number | null; consolide: number }[]> =>
  runQuery(
    connection,
    sql`SELECT c.mois, f.fil, c.enregistrees AS consolide FROM attributions_estimees c LEFT JOIN (
        SELECT mois, arg_min(enregistrees, instantane) AS fil FROM attributions_estimees
        WHERE territoire = ${sql.lit(territoire)} AND ${deLaCible(cible)} AND instantane BETWEEN ${FIN_DU_MOIS} AND ${joursApres(FIN_DU_MOIS, JOURS_DE_FENETRE)}
        GROUP BY mois) f USING (mois)
      WHERE ${deLInstantane(territoire, instantane)} AND ${deLaCible(cible)} ORDER BY c.mois`,
  )
