import { type RawBuilder, sql } from 'kysely'
import { COLONNES_NOMINATIVES, COLONNES_SENSIBLES, HISTOIRE } from '../contract/histoire.ts'
import { ansAvant, type Jour } from '../socle/jour.ts'
import { AGE_MAXIMUM, AGE_MINIMUM } from '../socle/regles/demande.ts'
import { regleEn } from '../socle/regles/regle.ts'
import { jourSql, refs } from '../socle/sql/query.ts'
import { nomNaissanceSql, normaliserNomSql } from '../store/noms.ts'
import { accepteesSql } from './bilan.ts'
import { EMPREINTES } from './empreindre.ts'

/** Too young or too old in whole years at a day, or no birth date. */
const ageImpossibleSql = (date: Jour): RawBuilder<boolean> => {
  const plusJeune = ansAvant(date, regleEn(AGE_MINIMUM, date))
  const tropVieux = ansAvant(date, regleEn(AGE_MAXIMUM, date) + 1)
  return sql`coalesce(date_naissance > ${jourSql(plusJeune)} OR date_naissance <= ${jourSql(tropVieux)}, TRUE)`
}

/** What each column of history is, where it is not the verified value itself. */
const derivees = (date: Jour, empreintes: boolean): Readonly<Record<string, RawBuilder<unknown>>> => {
  const memes = (a: RawBuilder<unknown>, b: RawBuilder<unknown>) => sql`${normaliserNomSql(a)} = ${normaliserNomSql(b)}`
  const sansEmpreintes = { empreinte_nom: sql`NULL::UINTEGER`, empreinte_prenom: sql`NULL::UINTEGER` }
  return {
    ...(empreintes ? {} : sansEmpreintes),
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

/** The stored demandes with the columns of history, then the sensitive values; with their fingerprints, once they are made. */
export const histoireSql = (date: Jour, empreintes: boolean): RawBuilder<unknown> => {
  const calculs = derivees(date, empreintes)
  const colonnes = [...HISTOIRE, ...COLONNES_SENSIBLES].map(
    ({ nom }) => sql`${calculs[nom] ?? sql.ref(nom)} AS ${sql.ref(nom)}`,
  )
  const jointure = empreintes ? sql`JOIN ${EMPREINTES} USING (numero_unique)` : sql``
  return sql`SELECT ${sql.join(colonnes)} FROM ${accepteesSql(date)} ${jointure}`
}

/** Names, birth dates, addresses, dwelling numbers: kept apart. */
export const identitesSql = (date: Jour): RawBuilder<unknown> =>
  sql`SELECT numero_unique, ${refs(COLONNES_NOMINATIVES.map(({ nom }) => nom))} FROM ${accepteesSql(date)}`

/** The identity keys of the stored demandes, once their fingerprints are made. */
export const clesSql = sql`SELECT numero_unique, k1, k2 FROM ${EMPREINTES}`
