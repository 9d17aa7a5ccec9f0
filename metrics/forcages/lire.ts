import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { type Jour, moisEntiers } from '../../ingest/socle/jour.ts'
import { JOURS_DE_CLOTURE } from '../../ingest/socle/regles/forcages.ts'
import { booleen, entier, jour, nul, texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, refs, runQuery } from '../../ingest/socle/sql/query.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { lireMoisCalcules, type MoisCalcule } from '../engine/mois-calcules.ts'
import { lireIndicateurs } from '../lire.ts'
import type { LigneIndicateur, Statut } from '../resultat.ts'
import { joursApres } from '../sql.ts'
import { quantile } from '../stats/quantile.ts'
import { type RelationIdentites, sourceDesForcages } from './recenser.ts'
import type { Signal } from './signaux.ts'
import { FORCAGES } from './tables.ts'

/** A demande registered in spite of the alert. */
export interface DemandeForcee {
  readonly numero_unique: string
  readonly guichet: string
  readonly date_enregistrement: Jour
  readonly motif_forcage: string | null
  /** The demande that the alert showed. */
  readonly numero_unique_rapproche: string | null
  /** Still active in the latest snapshot. */
  readonly active: boolean
  /** Days from registration until one of the two was closed; null while both stand, or where the other is unknown. */
  readonly jours_de_cloture: number | null
  /** Its forerunner of the same identity still stood thirty days after. */
  readonly injustifiee: boolean
  readonly signaux: readonly Signal[]
}

export interface PeriodeForcages {
  readonly territoire: string
  readonly debut: Jour
  readonly fin: Jour
}

/** The months of a period whose unjustified forcings were counted, each with the snapshot they were marked in. */
const moisComptes = async (connection: DuckDBConnection, { territoire, debut, fin }: PeriodeForcages) => {
  const mois = moisEntiers(debut, fin) ?? []
  return (await lireMoisCalcules(connection, territoire)).filter(
    (calcule) => mois.includes(calcule.mois) && calcule.motifs.forcages_injustifies === undefined,
  )
}

/** The numbers whose forcing looks unjustified, with their month, as they were marked for the indicator. */
const injustifiesSql = (territoire: string, calcules: readonly MoisCalcule[]): RawBuilder<unknown> => {
  if (calcules.length === 0) return sql`SELECT NULL::VARCHAR AS numero_unique, NULL::VARCHAR AS mois WHERE FALSE`
  const mois = sql.join(calcules.map((calcule) => sql`(${jourSql(calcule.instantane)}, ${calcule.mois})`))
  return sql`SELECT m.numero_unique, c.mois FROM marques m JOIN (VALUES ${mois}) c(instantane, mois) ON c.instantane = m.instantane
    WHERE m.territoire = ${territoire} AND m.marque = 'forcages_injustifies'`
}

const FORME = {
  numero_unique: texte,
  guichet: texte,
  date_enregistrement: jour,
  motif_forcage: nul(texte),
  numero_unique_rapproche: nul(texte),
  active: booleen,
  jours_de_cloture: nul(entier),
  signaux: FORCAGES.colonnes.signaux,
  injustifiee: booleen,
}

/**
 * The demandes of persons forced in a period, or counted in it as unjustified, as the latest snapshot shows them, the latest first. Those that retention
 * erased, or that are no longer there, are not.
 */
export const lireForcees = async (
  connection: DuckDBConnection,
  periode: PeriodeForcages,
  identites: RelationIdentites,
): Promise<DemandeForcee[]> => {
  const { territoire, debut, fin } = periode
  const dernier = (await listInstantanes(connection, territoire)).at(-1)
  if (dernier === undefined) return []
  const source = await sourceDesForcages(connection, territoire, dernier.date, identites)
  const injustifies = injustifiesSql(territoire, await moisComptes(connection, periode))
  const jugeeEn = sql`strftime(${joursApres(sql`f.date_enregistrement`, JOURS_DE_CLOTURE)}, '%Y-%m')`
  return runQuery(
    connection,
    sql`WITH injustifies AS (${injustifies}), vues AS (
        SELECT f.*, (f.numero_unique, ${jugeeEn}) IN (SELECT (numero_unique, mois) FROM injustifies) AS injustifiee FROM ${source} f)
      SELECT ${refs(Object.keys(FORME))} FROM vues WHERE injustifiee OR date_enregistrement BETWEEN ${debut} AND ${fin}
      ORDER BY date_enregistrement DESC, numero_unique`,
    FORME,
  )
}

/** Forcing at one guichet in a period. */
export interface ForcagesGuichet {
  readonly guichet: string
  readonly libelle: string
  readonly enregistrements: number | null
  readonly forces: number | null
  /** Forced among registrations. */
  readonly part: number | null
  readonly injustifies: number | null
  /** Unjustified among the forced of the period's months. */
  readonly part_injustifies: number | null
  /** The state shown for the share of forced registrations. */
  readonly statut_affiche: Statut | null
  readonly statut_injustifies: Statut | null
  /** Median days until one of the pair was closed, among those closed. */
  readonly delai_cloture: number | null
  /** Forced with a reason given, among the forced still known. */
  readonly part_motivee: number | null
  /** Those that look unjustified. */
  readonly demandes: readonly DemandeForcee[]
}

/**
 * Forcing by guichet, from the stored figures and the demandes forced in the same period; every guichet has a row, those
 * with most first.
 */
export const lireForcages = async (
  connection: DuckDBConnection,
  periode: PeriodeForcages,
  demandes: readonly DemandeForcee[],
): Promise<ForcagesGuichet[]> => {
  const lignes = await lireIndicateurs(connection, { ...periode, niveau: 'GUICHET' })
  const forcees = grouperPar(demandes, ({ guichet }) => guichet)
  const de = (code: string) =>
    new Map<string, LigneIndicateur>(lignes.filter((l) => l.indicateur === code).map((l) => [l.entite, l]))
  const injustifies = de('forcages_injustifies')
  return [...de('forcages').values()]
    .map((ligne): ForcagesGuichet => {
      const toutes = forcees.get(ligne.entite) ?? []
      const siennes = toutes.filter(
        (d) => periode.debut <= d.date_enregistrement && d.date_enregistrement <= periode.fin,
      )
      const autre = injustifies.get(ligne.entite)
      return {
        guichet: ligne.entite,
        libelle: ligne.libelle,
        enregistrements: ligne.denominateur,
        forces: ligne.numerateur,
        part: ligne.valeur,
        injustifies: autre?.numerateur ?? null,
        part_injustifies: autre?.valeur ?? null,
        statut_affiche: ligne.statut_affiche ?? ligne.statut,
        statut_injustifies: autre?.statut_affiche ?? autre?.statut ?? null,
        delai_cloture: quantile(
          siennes.flatMap((d) => d.jours_de_cloture ?? []),
          0.5,
        ),
        part_motivee:
          siennes.length === 0 ? null : siennes.filter((d) => d.motif_forcage !== null).length / siennes.length,
        demandes: toutes.filter(({ injustifiee }) => injustifiee),
      }
    })
    .toSorted((x, y) => (y.forces ?? -1) - (x.forces ?? -1) || (x.guichet < y.guichet ? -1 : 1))
}
