import type { DuckDBConnection } from '@duckdb/node-api'
import { type Jour, type Mois, moisDe, moisEntre } from '../ingest/socle/jour.ts'
import { kyselyOn } from '../ingest/socle/sql/dialecte.ts'
import { lireMoisCalcules } from './engine/mois-calcules.ts'
import type { Resultat } from './engine/tables.ts'
import { type CodeIndicateur, indicateurDe } from './registry.ts'
import type { Niveau } from './resultat.ts'
import { type LigneSerie, serie } from './stats/serie.ts'
import type { TablesLues } from './tables.ts'

export interface RequeteSerie {
  readonly territoire: string
  readonly indicateur: CodeIndicateur
  readonly niveau: Niveau
  readonly entite: string
  readonly depuis?: Mois
  readonly jusqua?: Mois
  readonly aujourdhui: Jour
  /** The values to draw, where they are not to be read as they are stored. */
  readonly lus?: readonly PointLu[]
}

/** A month's value, as it is stored or as it may be told. */
type PointLu = Pick<Resultat, 'mois' | 'valeur' | 'denominateur' | 'consolide'>

export type LigneSerieConsolidee = LigneSerie & { readonly consolide: number | null }

const lireStockes = (
  connection: DuckDBConnection,
  { territoire, niveau, entite, indicateur }: RequeteSerie,
): Promise<PointLu[]> =>
  kyselyOn<TablesLues>(connection)
    .selectFrom('resultats')
    .select(['mois', 'valeur', 'denominateur', 'consolide'])
    .where('territoire', '=', territoire)
    .where('duree', '=', 1)
    .where('niveau', '=', niveau)
    .where('entite', '=', entite)
    .where('indicateur', '=', indicateur)
    .orderBy('mois')
    .execute()

/**
 * The stored monthly values of one entity, with the limits and signals of its control chart; a month without figures is a
 * row of nulls, and the month not yet over is said « en cours ».
 */
export const lireSerie = async (
  connection: DuckDBConnection,
  requete: RequeteSerie,
): Promise<LigneSerieConsolidee[]> => {
  const { territoire } = requete
  const indicateur = indicateurDe(requete.indicateur)
  const calcules = (await lireMoisCalcules(connection, territoire)).map(({ mois }) => mois)
  const premier = requete.depuis ?? calcules[0]
  const dernier = requete.jusqua ?? calcules.at(-1)
  if (indicateur === undefined || premier === undefined || dernier === undefined) return []
  const stockees = requete.lus ?? (await lireStockes(connection, requete))
  const parMois = new Map(stockees.map((ligne) => [ligne.mois, ligne]))
  const courant = moisDe(requete.aujourdhui)
  const valeurs = moisEntre(premier, dernier).map((mois) => ({
    mois,
    valeur: parMois.get(mois)?.valeur ?? null,
    n: indicateur.unite === 'nombre' ? null : (parMois.get(mois)?.denominateur ?? null),
    en_cours: mois === courant,
  }))
  return serie(valeurs, indicateur.unite, indicateur.nature).map((ligne) => ({
    ...ligne,
    consolide: parMois.get(ligne.mois)?.consolide ?? null,
  }))
}
