import { type RawBuilder, sql } from 'kysely'
import { debutMois, type Jour, moisDe, moisPlus } from '../../ingest/socle/jour.ts'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import { MOIS_AJUSTES } from './fenetre.ts'
import { attributionsSql } from './saisie.ts'

/** What makes a radiation worth a look, and how its list is read. */
export const NATURES = {
  ANTERIEURE: {
    libelle: 'Saisies avant la signature du bail',
    definition:
      'Attributions dont la saisie est datée d’avant le bail qu’elles citent, sur douze mois : une des deux dates est fausse. Elles comptent, mais pas dans le délai.',
  },
  CORRIGEE: {
    libelle: 'Date de bail corrigée',
    definition:
      'Attributions dont la date de signature a changé depuis l’instantané précédent : la dernière date fait foi, et le mois de signature en suit.',
  },
  ANNULEE: {
    libelle: 'Attributions annulées',
    definition:
      'Demandes radiées pour attribution à l’instantané précédent, actives ou radiées pour un autre motif depuis. Elles ne comptent plus.',
  },
  NON_RENOUVELLEMENT_AVEC_BAIL: {
    libelle: 'Non-renouvellements qui citent un logement',
    definition:
      'Radiations pour non-renouvellement qui portent un bail ou un logement : le ménage a sans doute été logé sans que l’attribution soit saisie.',
  },
} as const

export type Nature = keyof typeof NATURES

export const CODES_NATURES = Object.keys(NATURES) as readonly Nature[]

export const estNature = (texte: string): texte is Nature => Object.hasOwn(NATURES, texte)

/** A snapshot, the one before it (null: none), and the territory's latest. */
export interface Lecture {
  readonly territoire: string
  readonly instantane: Jour
  readonly precedent: Jour | null
  readonly dernier: Jour
}

const COLONNES = sql`numero_unique, guichet_radiation, date_signature_bail, date_saisie_radiation, siren_bailleur`

const vide = sql`SELECT * FROM (SELECT NULL::VARCHAR AS numero_unique, NULL::VARCHAR AS guichet_radiation, NULL::DATE AS date_signature_bail,
  NULL::DATE AS date_saisie_radiation, NULL::VARCHAR AS siren_bailleur, NULL::DATE AS date_signature_bail_avant) WHERE FALSE`

const annuleesSql = ({ territoire, instantane, dernier }: Lecture, avant: RawBuilder<unknown>) =>
  sql`SELECT a.numero_unique, a.guichet_radiation, a.date_signature_bail, a.date_saisie_radiation, a.siren_bailleur, a.date_signature_bail AS date_signature_bail_avant
    FROM ${avant} a JOIN ${situationSql(territoire, instantane, dernier)} s ON s.numero_unique = a.numero_unique
    WHERE s.statut = 'ACTIVE' OR s.motif_radiation IS DISTINCT FROM 'ATTRIBUTION'`

const corrigeesSql = (apres: RawBuilder<unknown>, avant: RawBuilder<unknown>) =>
  sql`SELECT s.numero_unique, s.guichet_radiation, s.date_signature_bail, s.date_saisie_radiation, s.siren_bailleur, a.date_signature_bail AS date_signature_bail_avant
    FROM ${avant} a JOIN ${apres} s ON s.numero_unique = a.numero_unique WHERE s.date_signature_bail IS DISTINCT FROM a.date_signature_bail`

/** The radiations that a nature picks out in a snapshot, in order. */
export const signaleesSql = (nature: Nature, lecture: Lecture): RawBuilder<unknown> => {
  const { territoire, instantane, precedent, dernier } = lecture
  const apres = attributionsSql(territoire, instantane, dernier)
  const avant = precedent === null ? null : attributionsSql(territoire, precedent, dernier)
  const premier = jourSql(debutMois(moisPlus(moisDe(instantane), 1 - MOIS_AJUSTES)))
  const requetes: Record<Nature, RawBuilder<unknown>> = {
    ANTERIEURE: sql`SELECT ${COLONNES}, NULL::DATE AS date_signature_bail_avant FROM ${apres} WHERE date_saisie_radiation < date_signature_bail AND date_signature_bail >= ${premier}`,
    ANNULEE: avant === null ? vide : annuleesSql(lecture, avant),
    CORRIGEE: avant === null ? vide : corrigeesSql(apres, avant),
    NON_RENOUVELLEMENT_AVEC_BAIL: sql`SELECT ${COLONNES}, NULL::DATE AS date_signature_bail_avant FROM ${situationSql(territoire, instantane, dernier)}
      WHERE type_demandeur = 'PERSONNE' AND statut = 'RADIEE' AND motif_radiation = 'NON_RENOUVELLEMENT'
        AND (date_signature_bail IS NOT NULL OR numero_rpls_connu OR adresse_logement_connue)`,
  }
  return sql`SELECT * FROM (${requetes[nature]}) ORDER BY numero_unique`
}
