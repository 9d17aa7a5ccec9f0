import { type RawBuilder, sql } from 'kysely'
import { COLONNES_NOMINATIVES, COLONNES_SENSIBLES, HISTOIRE } from '../contract/histoire.ts'
import { ansAvant, type Jour } from '../socle/jour.ts'
import { AGE_MAXIMUM, AGE_MINIMUM } from '../socle/regles/demande.ts'
import { regleEn } from '../socle/regles/regle.ts'
import { jourSql, refs } from '../socle/sql/query.ts'
import { nomNaissanceSql, normaliserNomSql } from '../store/noms.ts'
import { accepteesSql } from './bilan.ts'

/** Too young or too old in whole years at a day, or no birth date. */
const ageImpossibleSql = (date: Jour): RawBuilder<boolean> => {
  const plusJeune = ansAvant(date, regleEn(AGE_MINIMUM, date))
  const tropVieux = ansAvant(date, regleEn(AGE_MAXIMUM, date) + 1)
  return sql`coalesce(date_naissance > ${jourSql(plusJeune)} OR date_naissance <= ${jourSql(tropVieux)}, TRUE)`
}

/** What each column of history is, where it is not the verified value itself. */
const derivees = (date: Jour): Readonly<Record<string, RawBuilder<unknown>>> => {
  const memes = (a: RawBuilder<unknown>, b: RawBuilder<unknown>) => sql`${normaliserNomSql(a)} = ${normaliserNomSql(b)}`
  return {
    type_demandeur: sql`coalesce(type_demandeur, 'PERSONNE')`,
    guichet_enregistrement: sql`coalesce(guichet_enregistrement, right(numero_unique, 5))`,
    forcage_doublon: sql`coalesce(forcage_doublon, FALSE)`,
    nationalite_connue: sql`nationalite IS NOT NULL`,
    motif_demande_connu: sql`motif_demande IS NOT NULL`,
    numero_rpls_connu: sql`coalesce(regexp_full_match(numero_rpls, '[0-9A-Za-z]{10}'), FALSE)`,
    adresse_logement_connue: sql`adresse_logement IS NOT NULL`,
    age_impossible: ageImpossibleSql(date),
    conjoint_identique: sql`CASE WHEN date_naissance = conjoint_date_naissance
      THEN coalesce(${memes(nomNaissanceSql, sql`conjoint_nom_naissance`)} AND ${memes(sql`prenom`, sql`conjoint_prenom`)}, FALSE) ELSE FALSE END`,
  }
}

/** The columns of history, then the sensitive values, of demandes that have their fingerprints. */
export const histoireSql = (date: Jour, demandes: RawBuilder<unknown>): RawBuilder<unknown> => {
  const calculs = derivees(date)
  const colonnes = [...HISTOIRE, ...COLONNES_SENSIBLES].map(
    ({ nom }) => sql`${calculs[nom] ?? sql.ref(nom)} AS ${sql.ref(nom)}`,
  )
  return sql`SELECT ${sql.join(colonnes)} FROM ${demandes}`
}

/** Names, birth dates, addresses, dwelling numbers: kept apart. */
export const identitesSql = (date: Jour): RawBuilder<unknown> =>
  sql`SELECT numero_unique, ${refs(COLONNES_NOMINATIVES.map(({ nom }) => nom))} FROM ${accepteesSql(date)}`

/** The identity keys of demandes that have their fingerprints. */
export const clesSql = (demandes: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`SELECT numero_unique, k1, k2 FROM ${demandes}`

/** What the standard tables count of a demande, beside what history keeps: none of it outlives the import. */
const COMPTEES = [
  'statut',
  'date_depot',
  'date_enregistrement',
  'date_naissance',
  'nationalite',
  'situation_familiale',
  'situation_professionnelle',
  'nb_personnes',
  'personnes_a_charge',
  'ressources_mensuelles',
  'unites_consommation',
  'tranche_plafond',
  'logement_actuel',
  'motif_demande',
  'typologie_souhaitee',
  'commune_souhaitee',
  'motif_radiation',
  'date_saisie_radiation',
  'date_signature_bail',
  'guichet_radiation',
  'siren_bailleur',
  'commune_logement',
  'reservataire',
  'en_qpv',
  'dalo',
  'public_prioritaire',
] as const

/** The stored demandes of the snapshot being imported, birth dates and sensitive values included: to be counted, not kept. */
export const completesSql = (date: Jour): RawBuilder<unknown> => {
  const { type_demandeur, guichet_enregistrement } = derivees(date)
  return sql`(SELECT ${type_demandeur} AS type_demandeur, ${guichet_enregistrement} AS guichet_enregistrement, ${refs(COMPTEES)}
    FROM ${accepteesSql(date)})`
}
