import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { debutMois, finMois, type Jour, type Mois, plusMois } from '../../ingest/socle/jour.ts'
import { jourSql } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import { attributionsSql } from '../attributions/saisie.ts'
import { type Comptage, compter, type Sujet } from './cellules.ts'
import { DEPART } from './durees.ts'
import { TABLEAUX } from './registry.ts'
import { creerSource, mutationSql, oublierSource, type Vues } from './source.ts'
import type { TableauStandard } from './tableau.ts'

const [ATTRIBUTIONS, ACTIVES] = ['tableaux_attributions', 'tableaux_actives']

/** Months over which attributions are set against the demandes that wait. */
const MOIS_DE_PRESSION = 12

/** Tables of attributions counted from what history keeps. */
export const TABLEAUX_DES_ATTRIBUTIONS: readonly TableauStandard[] = TABLEAUX.filter(({ forme }) =>
  ['REPARTITION', 'DELAIS', 'PRESSION', 'VENTILATIONS'].includes(forme),
).filter(({ famille }) => famille === 'ATTRIBUTIONS')

/** The attributions recorded in a month. */
const deMois = (mois: Mois): RawBuilder<unknown> =>
  sql`(SELECT * FROM ${sql.id(ATTRIBUTIONS)} WHERE date_saisie_radiation BETWEEN ${jourSql(debutMois(mois))} AND ${jourSql(finMois(mois))})`

const COMMUNE_DU_LOGEMENT = sql`commune_logement_officielle`

type Comptages = (tableau: TableauStandard, sujet: Sujet, mois: Mois, vides: readonly string[]) => readonly Comptage[]

const COMPTAGES: Readonly<Partial<Record<TableauStandard['forme'], Comptages>>> = {
  REPARTITION: ({ code, axes }, { instantane }, mois) => {
    const [cle, croisee] = axes.map(({ terme }) => terme(instantane))
    return [{ tableau: code, de: deMois(mois), ...(cle ? { cle } : {}), ...(croisee ? { croisee } : {}) }]
  },
  DELAIS: ({ code }, _, mois) => [
    {
      tableau: code,
      de: sql`(SELECT * FROM ${deMois(mois)} WHERE date_signature_bail IS NOT NULL)`,
      cle: COMMUNE_DU_LOGEMENT,
      croisee: mutationSql,
      quantite: sql`datediff('day', ${DEPART}, date_signature_bail)`,
    },
  ],
  PRESSION: ({ code }, { instantane }) => [
    { tableau: code, de: sql.id(ACTIVES), cle: sql`commune_souhaitee_officielle`, mesure: 'ACTIVES' },
    {
      tableau: code,
      de: sql`(SELECT * FROM ${sql.id(ATTRIBUTIONS)} WHERE date_saisie_radiation > ${jourSql(plusMois(instantane, -MOIS_DE_PRESSION))}
        AND date_saisie_radiation <= ${jourSql(instantane)})`,
      cle: COMMUNE_DU_LOGEMENT,
      mesure: 'ATTRIBUTIONS',
    },
  ],
  VENTILATIONS: ({ code, axes }, { instantane }, mois, vides) =>
    axes
      .filter(({ nom }) => !vides.includes(nom))
      .map(({ nom, terme }) => ({ tableau: code, de: deMois(mois), cle: terme(instantane), mesure: nom })),
}

/** Counts the attributions that the S of a month shows recorded in it, in the tables that it can fill. */
export const compterAttributions = async (
  connection: DuckDBConnection,
  sujet: Sujet,
  { mois, dernier, vides }: { readonly mois: Mois; readonly dernier: Jour; readonly vides: readonly string[] },
  vues: Omit<Vues, 'guichet'>,
  tableaux: readonly TableauStandard[],
): Promise<void> => {
  const { territoire, instantane } = sujet
  const attribuees = attributionsSql(territoire, instantane, dernier)
  await creerSource(connection, ATTRIBUTIONS, attribuees, { ...vues, guichet: 'guichet_radiation' })
  const actives = sql`(SELECT * FROM ${situationSql(territoire, instantane, dernier)} WHERE type_demandeur = 'PERSONNE' AND statut = 'ACTIVE')`
  await creerSource(connection, ACTIVES, actives, { ...vues, guichet: 'guichet_enregistrement' })
  for (const tableau of tableaux)
    for (const comptage of COMPTAGES[tableau.forme]?.(tableau, sujet, mois, vides) ?? [])
      await compter(connection, sujet, comptage)
  await oublierSource(connection, ATTRIBUTIONS)
  await oublierSource(connection, ACTIVES)
}
