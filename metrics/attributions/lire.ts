import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { type Jour, type Mois, moisDe, moisEntre, moisPlus } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { autresColonnes, type LigneDeTable } from '../../ingest/socle/sql/table.ts'
import type { Niveau } from '../resultat.ts'
import type { TablesLues } from '../tables.ts'
import { type Delais, delaisDeDistribution } from './delais.ts'
import type { Estimation } from './dire.ts'
import { MOIS_AJUSTES } from './fenetre.ts'
import type { JourCharge } from './lots.ts'
import type { Nature } from './signalees.ts'
import type { Silence } from './silences.ts'
import { ATTRIBUTIONS_DELAIS, ATTRIBUTIONS_ESTIMEES, type ATTRIBUTIONS_MESUREES } from './tables.ts'
import type { CelluleTriangle } from './triangle.ts'

/** Whom figures are about. */
export interface EntiteVisee {
  readonly niveau: Niveau
  readonly entite: string
}

/** A month of signature as the command line and the exports give it. */
export interface LigneAttributions extends Omit<Estimation, 'enregistrees' | 'chaine'> {
  /** Null for a month signed before the first recorded attribution: not zero, but unknown. */
  readonly enregistrees: number | null
}

/** That of an entity, in any of the tables of measures by entity. */
export const deLEntite = ({ niveau, entite }: EntiteVisee) => sql`niveau = ${niveau} AND entite = ${entite}`

/** How a snapshot's attributions were measured: beside which one, or why they were not. */
export type EtatAttributions = Pick<LigneDeTable<typeof ATTRIBUTIONS_MESUREES>, 'instantane' | 'precedent' | 'motif'>

/** The latest measured snapshot dated at most of a day; null where there is none. */
export const etatAu = async (
  connection: DuckDBConnection,
  territoire: string,
  jusqua: Jour,
): Promise<EtatAttributions | null> => {
  const etat = await kyselyOn<TablesLues>(connection)
    .selectFrom('attributions_mesurees')
    .select(['instantane', 'precedent', 'motif'])
    .where('territoire', '=', territoire)
    .where('instantane', '<=', jusqua)
    .orderBy('instantane', 'desc')
    .limit(1)
    .executeTakeFirst()
  return etat ?? null
}

export const inconnue = (mois: Mois): LigneAttributions => ({
  mois,
  enregistrees: null,
  part_enregistree: null,
  estimees: null,
  ic_bas: null,
  ic_haut: null,
  provisoire: true,
  delai_median: null,
  delai_p90: null,
  irregularites: [],
})

/** The twelve months of signature that end with a day's, as a snapshot knows and estimates them. */
export const lireEstimations = async (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  fin: Jour,
  { niveau, entite }: EntiteVisee,
): Promise<LigneAttributions[]> => {
  const lignes = await kyselyOn<TablesLues>(connection)
    .selectFrom('attributions_estimees')
    .select(autresColonnes(ATTRIBUTIONS_ESTIMEES, ['territoire', 'instantane', 'niveau', 'entite', 'chaine']))
    .where((eb) => eb.and({ territoire, instantane, niveau, entite }))
    .execute()
  if (lignes.length === 0) return []
  const premier = lignes.reduce<Mois | null>(
    (min, { mois: m, enregistrees: n }) => (n > 0 && (min === null || m < min) ? m : min),
    null,
  )
  const connues = new Map(
    lignes
      .filter(({ mois: m }) => premier !== null && m >= premier)
      .map((ligne) => [ligne.mois, { ...ligne, irregularites: ligne.irregularites ?? [] }]),
  )
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
  const niveaux = 'niveaux' in filtre ? filtre.niveaux : [filtre.niveau]
  const lignes = kyselyOn<TablesLues>(connection)
    .selectFrom('attributions_delais')
    .select(autresColonnes(ATTRIBUTIONS_DELAIS, ['territoire', 'instantane']))
    .where((eb) => eb.and({ territoire, instantane }))
    .where('niveau', 'in', niveaux)
    .orderBy('niveau')
    .orderBy('entite')
    .orderBy('mois')
  return ('entite' in filtre ? lignes.where('entite', '=', filtre.entite) : lignes).execute()
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

const { distribution, enregistrees, anterieures } = ATTRIBUTIONS_DELAIS.colonnes
const FORME_DELAIS = { distribution, enregistrees, anterieures }

/** The lags of months of signature that no later snapshot kept whole: each as the latest snapshot that shows it does. */
export const lireDelaisPasses = async (
  connection: DuckDBConnection,
  territoire: string,
  entite: EntiteVisee,
  mois: readonly Mois[],
): Promise<Delais[]> => {
  if (mois.length === 0) return []
  const lignes = await runQuery(
    connection,
    sql`SELECT arg_max(distribution, instantane) AS distribution, arg_max(enregistrees, instantane) AS enregistrees, arg_max(anterieures, instantane) AS anterieures
      FROM attributions_delais WHERE territoire = ${territoire} AND ${deLEntite(entite)} AND mois IN (${sql.join(mois)}) GROUP BY mois`,
    FORME_DELAIS,
  )
  return lignes.map(({ distribution, ...comptes }) => delaisDeDistribution(distribution, comptes))
}

export const lireTriangle = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
  { niveau, entite }: EntiteVisee,
): Promise<CelluleTriangle[]> =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('attributions_triangles')
    .select(['mois', 'retard', 'n'])
    .where((eb) => eb.and({ territoire, instantane, niveau, entite }))
    .orderBy('mois')
    .orderBy('retard')
    .execute()

export const lireJours = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
): Promise<JourCharge[]> =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('attributions_jours')
    .select(['guichet', 'trimestre', 'n', 'jour', 'n_jour'])
    .where((eb) => eb.and({ territoire, instantane }))
    .orderBy('guichet')
    .orderBy('trimestre')
    .execute()

export const lireSignalees = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
): Promise<{ nature: Nature; guichet: string; n: number }[]> =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('attributions_signalees')
    .select(['nature', 'guichet', 'n'])
    .where((eb) => eb.and({ territoire, instantane }))
    .orderBy('nature')
    .orderBy('guichet')
    .execute()

export const lireSilences = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane }: EtatAttributions,
): Promise<Silence[]> =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('attributions_silences')
    .select(['service', 'libelle', 'derniere', 'avant'])
    .where((eb) => eb.and({ territoire, instantane }))
    .orderBy('avant', 'desc')
    .orderBy('service')
    .execute()
