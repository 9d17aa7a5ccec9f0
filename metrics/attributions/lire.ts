import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { type Jour, type Mois, moisDe, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import { JOURS_DE_FENETRE } from '../../ingest/socle/regles/fenetre.ts'
import { jourSql, refs, runQuery } from '../../ingest/socle/sql/query.ts'
import type { Niveau } from '../resultat.ts'
import { joursApres } from '../sql.ts'
import { type Delais, delaisDeDistribution } from './delais.ts'
import type { Estimation } from './estimer.ts'
import { MOIS_AJUSTES } from './fenetre.ts'
import type { JourCharge } from './lots.ts'
import type { Nature } from './signalees.ts'
import type { Silence } from './silences.ts'
import { colonnesMesures, deLInstantane, type TableMesures } from './stockage.ts'
import type { CelluleTriangle } from './triangle.ts'

/** Whom figures are about. */
export interface EntiteVisee {
  readonly niveau: Niveau
  readonly entite: string
}

/** A month of signature as the command line and the exports give it. */
export type LigneAttributions = Omit<Estimation, 'chaine'>

const deLEntite = ({ niveau, entite }: EntiteVisee) => sql`niveau = ${sql.lit(niveau)} AND entite = ${sql.lit(entite)}`

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

const NOMMENT_L_ENTITE: ReadonlySet<string> = new Set<keyof EntiteVisee>(['niveau', 'entite'])

/** The rows of a snapshot's measures; those of one entity without the columns that name it. */
const lireMesures = <Ligne>(
  connection: DuckDBConnection,
  table: TableMesures,
  territoire: string,
  { instantane }: EtatAttributions,
  ordre: RawBuilder<unknown>,
  entite?: EntiteVisee,
): Promise<Ligne[]> => {
  const colonnes = colonnesMesures(table).filter((nom) => entite === undefined || !NOMMENT_L_ENTITE.has(nom))
  const ou = entite === undefined ? sql`` : sql` AND ${deLEntite(entite)}`
  return runQuery<Ligne>(
    connection,
    sql`SELECT ${refs(colonnes)} FROM ${sql.id(table)} WHERE ${deLInstantane(territoire, instantane)}${ou} ORDER BY ${ordre}`,
  )
}

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
  etat: EtatAttributions,
  fin: Jour,
  entite: EntiteVisee,
): Promise<LigneAttributions[]> => {
  const lignes = await lireMesures<Estimation>(connection, 'attributions_estimees', territoire, etat, sql`mois`, entite)
  if (lignes.length === 0) return []
  const connues = new Map(lignes.map(({ chaine: _, ...ligne }) => [ligne.mois, ligne]))
  const dernier = moisDe(fin)
  return moisEntre(moisPlus(dernier, 1 - MOIS_AJUSTES), dernier).map((mois) => connues.get(mois) ?? inconnue(mois))
}

/** Lags of an entity's leases of one month of signature. */
export interface LigneDelais extends Delais, EntiteVisee {
  readonly libelle: string
  readonly categorie: string | null
  readonly mois: Mois
}

/** The lags that a snapshot shows, by entity and month of signature: of some levels, or of one entity. */
export const lireDelais = async (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  filtre: { niveaux: readonly Niveau[] } | EntiteVisee,
): Promise<LigneDelais[]> => {
  const ou =
    'niveaux' in filtre
      ? sql`niveau IN (${sql.join(filtre.niveaux.map((niveau) => sql.lit(niveau)))})`
      : deLEntite(filtre)
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
  entite: EntiteVisee,
  mois: readonly Mois[],
): Promise<Delais[]> => {
  if (mois.length === 0) return []
  const lignes = await runQuery<{ distribution: string; enregistrees: number; anterieures: number }>(
    connection,
    sql`SELECT arg_max(distribution, instantane) AS distribution, arg_max(enregistrees, instantane) AS enregistrees, arg_max(anterieures, instantane) AS anterieures
      FROM attributions_delais WHERE territoire = ${sql.lit(territoire)} AND ${deLEntite(entite)} AND mois IN (${sql.join(mois.map((m) => sql.lit(m)))}) GROUP BY mois`,
  )
  return lignes.map(({ distribution, ...comptes }) =>
    delaisDeDistribution(JSON.parse(distribution) as Delais['distribution'], comptes),
  )
}

export const lireTriangle = (
  connection: DuckDBConnection,
  territoire: string,
  etat: EtatAttributions,
  entite: EntiteVisee,
): Promise<CelluleTriangle[]> =>
  lireMesures(connection, 'attributions_triangles', territoire, etat, sql`mois, retard`, entite)

export const lireJours = (
  connection: DuckDBConnection,
  territoire: string,
  etat: EtatAttributions,
): Promise<JourCharge[]> => lireMesures(connection, 'attributions_jours', territoire, etat, sql`guichet, trimestre`)

export const lireSignalees = (
  connection: DuckDBConnection,
  territoire: string,
  etat: EtatAttributions,
): Promise<{ nature: Nature; guichet: string; n: number }[]> =>
  lireMesures(connection, 'attributions_signalees', territoire, etat, sql`nature, guichet`)

export const lireSilences = (
  connection: DuckDBConnection,
  territoire: string,
  etat: EtatAttributions,
): Promise<Silence[]> => lireMesures(connection, 'attributions_silences', territoire, etat, sql`avant DESC, service`)

const FIN_DU_MOIS = sql`last_day(CAST(mois || '-01' AS DATE))`

/** What was known of each month of signature at the end of that month, and what is now: the two totals beside each other. */
export const lireFilEtConsolide = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  entite: EntiteVisee,
): Promise<{ mois: Mois; fil: number | null; consolide: number }[]> =>
  runQuery(
    connection,
    sql`SELECT c.mois, f.fil, c.enregistrees AS consolide FROM attributions_estimees c LEFT JOIN (
        SELECT mois, arg_min(enregistrees, instantane) AS fil FROM attributions_estimees
        WHERE territoire = ${sql.lit(territoire)} AND ${deLEntite(entite)} AND instantane BETWEEN ${FIN_DU_MOIS} AND ${joursApres(FIN_DU_MOIS, JOURS_DE_FENETRE)}
        GROUP BY mois) f USING (mois)
      WHERE ${deLInstantane(territoire, instantane)} AND ${deLEntite(entite)} ORDER BY c.mois`,
  )
