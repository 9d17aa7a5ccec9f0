import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { debutMois, finMois, type Mois } from '../../ingest/socle/jour.ts'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { deAttributions } from '../attributions/saisie.ts'
import { compter, type Sujet } from './cellules.ts'
import { objectifs } from './declarations/attributions.ts'
import { type SeuilDeRessources, seuilsDesCommunes } from './seuils.ts'
import { creerSource, oublierSource, type Vues } from './source.ts'

const [ATTRIBUTIONS, CLASSEES] = ['tableaux_objectifs', 'tableaux_objectifs_classes']

/** The measure of what no field of a household lets be classed, by landlord. */
export const SANS_CHAMP = 'SANS_CHAMP'

const JOUR_DU_SEUIL = sql`coalesce(a.date_signature_bail, a.date_saisie_radiation)`

/** The communes of the dwellings, that thresholds are looked up by. */
const lireCommunes = async (connection: DuckDBConnection): Promise<string[]> => {
  const lues = await runQuery(
    connection,
    sql`SELECT DISTINCT commune_logement_officielle AS commune FROM ${sql.id(ATTRIBUTIONS)}
      WHERE commune_logement_officielle IS NOT NULL ORDER BY ALL`,
    { commune: texte },
  )
  return lues.map(({ commune }) => commune)
}

/**
 * Each attribution with `premier` (its household is of the first quartile; null where that cannot be known) and
 * `prioritaire`, by the threshold in force on the day of the lease, else of its recording.
 */
const classer = async (connection: DuckDBConnection, seuils: readonly SeuilDeRessources[]): Promise<void> => {
  const connus = seuilsDesCommunes(seuils, await lireCommunes(connection))
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${sql.id(CLASSEES)} AS
      SELECT a.*, dalo OR public_prioritaire AS prioritaire,
        ressources_mensuelles >= 0 AND unites_consommation > 0 AS ressources_connues,
        CASE WHEN ressources_mensuelles >= 0 AND unites_consommation > 0
          THEN ressources_mensuelles * 12 / unites_consommation <= s.euros END AS premier
      FROM ${sql.id(ATTRIBUTIONS)} a
      LEFT JOIN (
        SELECT l->>'commune' AS commune, CAST(l->>'euros' AS DOUBLE) AS euros, CAST(l->>'depuis' AS DATE) AS depuis,
          coalesce(CAST(l->>'jusqua' AS DATE), DATE '9999-12-31') AS jusqua
        FROM (SELECT unnest(CAST(${JSON.stringify(connus)}::JSON AS JSON[])) AS l)
      ) s ON s.commune = a.commune_logement_officielle AND ${JOUR_DU_SEUIL} >= s.depuis AND ${JOUR_DU_SEUIL} < s.jusqua`,
  )
}

/** Whom each objective looks at, and whether one of these meets it; null where that cannot be known. */
const REGLES = {
  Q1_HORS_QPV: { parmi: sql`en_qpv IS NOT TRUE`, tenu: sql`CASE WHEN en_qpv IS NOT NULL THEN premier END` },
  Q234_QPV: { parmi: sql`en_qpv IS NOT FALSE`, tenu: sql`CASE WHEN en_qpv IS NOT NULL THEN NOT premier END` },
  PRIORITAIRES: { parmi: sql`TRUE`, tenu: sql`prioritaire` },
} as const

export type Objectif = keyof typeof REGLES

export const OBJECTIFS = Object.keys(REGLES) as readonly Objectif[]

/**
 * Counts the attributions of a month against the objectives of CCH L441-1, by commune of the dwelling and réservataire, from
 * `completes`: demandes with every column. `quantite` is 1 for one that meets the objective, 0 for one that does not.
 */
export const compterObjectifs = async (
  connection: DuckDBConnection,
  sujet: Sujet,
  mois: Mois,
  completes: RawBuilder<unknown>,
  vues: Omit<Vues, 'guichet'>,
  seuils: readonly SeuilDeRessources[],
): Promise<void> => {
  const tableau = objectifs.code
  const duMois = sql`(SELECT * FROM ${deAttributions(completes)}
    WHERE date_saisie_radiation BETWEEN ${jourSql(debutMois(mois))} AND ${jourSql(finMois(mois))})`
  await creerSource(connection, ATTRIBUTIONS, duMois, { ...vues, guichet: 'guichet_radiation' })
  await classer(connection, seuils)
  for (const objectif of OBJECTIFS) {
    const { parmi, tenu } = REGLES[objectif]
    await compter(connection, sujet, {
      tableau,
      de: sql`(SELECT * FROM ${sql.id(CLASSEES)} WHERE ${parmi})`,
      cle: sql`commune_logement_officielle`,
      croisee: sql`reservataire`,
      mesure: objectif,
      quantite: tenu,
    })
  }
  await compter(connection, sujet, {
    tableau,
    de: sql`(SELECT * FROM ${sql.id(CLASSEES)} WHERE ressources_connues IS NOT TRUE OR en_qpv IS NULL OR prioritaire IS NULL
      OR commune_logement_officielle IS NULL)`,
    cle: sql`siren_bailleur`,
    mesure: SANS_CHAMP,
  })
  await oublierSource(connection, CLASSEES)
  await oublierSource(connection, ATTRIBUTIONS)
}
