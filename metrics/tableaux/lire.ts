import type { DuckDBConnection } from '@duckdb/node-api'
import { type Jour, type Mois, moisPlus } from '../../ingest/socle/jour.ts'
import { lireCalcules, type TableauxCalcules } from './calcules.ts'
import { SERIES } from './compter-stock.ts'
import { vieillir } from './formes/anciennete.ts'
import type { Par } from './formes/cles.ts'
import { attendre } from './formes/delais.ts'
import { viser } from './formes/objectifs.ts'
import { presser } from './formes/pression.ts'
import { repartir } from './formes/repartition.ts'
import { moisDeLaSerie, suivre } from './formes/series.ts'
import { evolution } from './formes/stock.ts'
import { ventiler } from './formes/ventilations.ts'
import { lireCellules, type Vue } from './lire-cellules.ts'
import { lireSignatures } from './lire-signatures.ts'
import type { Tableau } from './registry.ts'
import type { ACote, LigneTableau, ReponseTableau } from './reponse.ts'
import type { TableauStandard } from './tableau.ts'

/** What is asked of a table: the snapshots that it sums, the last of which names it, and how it is looked at. */
export interface DemandeTableau {
  readonly territoire: string
  readonly tableau: Tableau
  /** One or several months' S, or any snapshot for what stands on a day. */
  readonly sur: readonly TableauxCalcules[]
  readonly vue: Vue
  readonly par: Par
}

type Corps = { readonly lignes: readonly LigneTableau[] } & ACote

/** Snapshots, by the month that each closes. */
const sDesMois = (calcules: readonly TableauxCalcules[]): ReadonlyMap<Mois, Jour> =>
  new Map(calcules.flatMap(({ mois, instantane }) => (mois === null ? [] : [[mois, instantane]])))

const lireSerie = async (
  connection: DuckDBConnection,
  { territoire, tableau, vue }: DemandeTableau,
  dernier: TableauxCalcules,
): Promise<Corps> => {
  const { serie }: TableauStandard = tableau
  if (serie === undefined || dernier.mois === null) return { lignes: [] }
  const sDe = sDesMois(await lireCalcules(connection, territoire))
  const mois = moisDeLaSerie(dernier.mois, serie)
  const lus = mois.flatMap((m) => [sDe.get(m) ?? [], sDe.get(moisPlus(m, -12)) ?? []].flat())
  return { lignes: suivre(await lireCellules(connection, territoire, SERIES, lus, vue), mois, sDe) }
}

const lireCorps = async (
  connection: DuckDBConnection,
  demande: DemandeTableau,
  dernier: TableauxCalcules,
  mesurables: readonly TableauxCalcules[],
): Promise<Corps> => {
  const { territoire, tableau, vue, par } = demande
  const { forme, axes }: TableauStandard = tableau
  if (forme === 'SERIE') return lireSerie(connection, demande, dernier)
  if (forme === 'SIGNATURES') return lireSignatures(connection, territoire, dernier.instantane, vue)
  const dates = mesurables.map(({ instantane }) => instantane)
  const cellules = await lireCellules(connection, territoire, tableau.code, dates, vue)
  if (forme === 'ANCIENNETE') return vieillir(cellules)
  if (forme === 'STOCK') return { lignes: evolution(cellules, vue.filtre !== '') }
  if (forme === 'DELAIS') return { lignes: attendre(cellules, par) }
  if (forme === 'OBJECTIFS') return viser(cellules)
  if (forme === 'PRESSION') return { lignes: presser(cellules, par) }
  if (forme === 'VENTILATIONS') return { lignes: ventiler(axes, cellules) }
  return { lignes: repartir(axes, cellules, par) }
}

/** Reads a standard table from its stored counts; months without it are left out of a sum, and it has none only where none has. */
export const lireTableau = async (
  connection: DuckDBConnection,
  demande: DemandeTableau,
): Promise<ReponseTableau | null> => {
  const { tableau, sur } = demande
  const dernier = sur.at(-1)
  if (dernier === undefined) return null
  const { code, champ, forme }: Tableau & TableauStandard = tableau
  const mesurables = sur.filter(({ motifs }) => motifs[code] === undefined)
  const entete = {
    table: code,
    instantane: dernier.instantane,
    instantane_precedent: forme === 'STOCK' ? dernier.s0 : null,
    champ,
  }
  const motif = dernier.motifs[code]
  if (mesurables.length === 0 && motif !== undefined) return { ...entete, motif, lignes: [] }
  return { ...entete, ...(await lireCorps(connection, demande, dernier, mesurables)) }
}
