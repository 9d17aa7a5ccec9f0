import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import {
  MOIS_DE_REACTIVATION_APRES_ECHEANCE,
  MOIS_DE_REACTIVATION_APRES_RADIATION,
} from '../../ingest/socle/regles/forcages.ts'
import { booleen, entier, jour, liste, nul, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { listerEnregistrements } from '../enregistrements.ts'
import { lireIndicateurs } from '../lire.ts'
import type { LigneIndicateur, Statut } from '../resultat.ts'
import { auPlusTard, constante, egal, et, moisApres, ou } from '../sql.ts'
import { quantile } from '../stats/quantile.ts'
import { FORCAGES_LE_MEME_JOUR, SIGNAUX, type Signal } from './signaux.ts'

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

/** Names of the latest snapshot, to know whether two demandes share a contact; the values themselves are not read. */
export type RelationIdentites = RawBuilder<unknown> | null

const contactSql = (identites: RelationIdentites): RawBuilder<unknown> =>
  identites === null
    ? sql`SELECT NULL::VARCHAR AS numero_unique WHERE FALSE`
    : sql`SELECT f.numero_unique FROM forcees f JOIN ${identites} x ON x.numero_unique = f.numero_unique JOIN ${identites} y ON y.numero_unique = f.numero_unique_rapproche
        WHERE regexp_replace(x.telephone, '[^0-9]', '', 'g') = regexp_replace(y.telephone, '[^0-9]', '', 'g') OR lower(x.courriel) = lower(y.courriel)`

/** Whether the demande `r` that the alert showed could still be reactivated when `f` was registered in its place. */
const reactivable = et(
  auPlusTard(sql`r.date_radiation`, sql`f.date_enregistrement`),
  ou(
    et(
      egal(sql`r.motif_radiation`, constante('NON_RENOUVELLEMENT')),
      auPlusTard(sql`f.date_enregistrement`, moisApres(sql`r.date_echeance`, MOIS_DE_REACTIVATION_APRES_ECHEANCE)),
    ),
    et(
      egal(sql`r.motif_radiation`, constante('ABSENCE_REPONSE')),
      auPlusTard(sql`f.date_enregistrement`, moisApres(sql`r.date_radiation`, MOIS_DE_REACTIVATION_APRES_RADIATION)),
    ),
  ),
)

/** The numbers whose forcing looks unjustified, as the indicator counted them in each month of a period. */
const numerosInjustifies = async (connection: DuckDBConnection, periode: PeriodeForcages): Promise<Set<string>> => {
  const numeros = new Set<string>()
  const voulu = {
    ...periode,
    indicateur: 'forcages_injustifies',
    niveau: 'TERRITOIRE',
    entite: periode.territoire,
  } as const
  for await (const { numero_unique } of listerEnregistrements(connection, { ...voulu, tous: false }))
    numeros.add(String(numero_unique))
  return numeros
}

const listeSql = (numeros: readonly string[]): RawBuilder<unknown> =>
  numeros.length === 0 ? sql`NULL` : sql.join(numeros)

const FORME = {
  numero_unique: texte,
  guichet: texte,
  date_enregistrement: jour,
  motif_forcage: nul(texte),
  numero_unique_rapproche: nul(texte),
  active: booleen,
  jours_de_cloture: nul(entier),
  signaux: liste(nul(unDe(Object.keys(SIGNAUX) as readonly Signal[]))),
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
  const injustifies = await numerosInjustifies(connection, periode)
  const lignes = await runQuery(
    connection,
    sql`WITH forcees AS MATERIALIZED (SELECT * FROM demandes_courantes WHERE territoire = ${territoire} AND forcage_doublon AND type_demandeur = 'PERSONNE'
          AND (date_enregistrement BETWEEN ${debut} AND ${fin} OR numero_unique IN (${listeSql([...injustifies])}))),
        contacts AS (${contactSql(identites)}),
        journees AS (SELECT guichet_enregistrement, date_enregistrement FROM forcees GROUP BY ALL HAVING count(*) >= ${FORCAGES_LE_MEME_JOUR})
      SELECT f.numero_unique, f.guichet_enregistrement AS guichet, f.date_enregistrement, f.motif_forcage, f.numero_unique_rapproche, f.statut = 'ACTIVE' AS active,
        CASE WHEN coalesce(f.date_radiation, r.date_radiation) IS NOT NULL
          THEN greatest(0, datediff('day', f.date_enregistrement, least(f.date_radiation, r.date_radiation))) END AS jours_de_cloture,
        [CASE WHEN f.statut = 'ACTIVE' AND r.statut = 'ACTIVE' THEN 'PAIRE_ACTIVE' END,
         CASE WHEN ${reactivable} THEN 'REACTIVABLE' END,
         CASE WHEN j.guichet_enregistrement IS NOT NULL THEN 'MEME_JOUR' END,
         CASE WHEN f.numero_unique IN (SELECT numero_unique FROM contacts) THEN 'MEME_CONTACT' END] AS signaux
      FROM forcees f LEFT JOIN demandes_courantes r ON r.territoire = ${territoire} AND r.numero_unique = f.numero_unique_rapproche
      LEFT JOIN journees j ON j.guichet_enregistrement = f.guichet_enregistrement AND j.date_enregistrement = f.date_enregistrement
      ORDER BY f.date_enregistrement DESC, f.numero_unique`,
    FORME,
  )
  return lignes.map(({ signaux, ...ligne }) => ({
    ...ligne,
    injustifiee: injustifies.has(ligne.numero_unique),
    signaux: signaux.filter((signal) => signal !== null),
  }))
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
