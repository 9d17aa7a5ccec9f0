import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import {
  MOIS_DE_REACTIVATION_APRES_ECHEANCE,
  MOIS_DE_REACTIVATION_APRES_RADIATION,
} from '../../ingest/socle/regles/forcages.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import { jourSql, refs, runQuery } from '../../ingest/socle/sql/query.ts'
import { auPlusTard, constante, egal, et, moisApres, ou } from '../sql.ts'
import type { TablesLues } from '../tables.ts'
import { FORCAGES_LE_MEME_JOUR } from './signaux.ts'
import { FORCAGES } from './tables.ts'

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

/** What the latest snapshot of a territory shows of every demande forced, in the columns of the table. */
export const forcagesSql = (territoire: string, instantane: Jour, identites: RelationIdentites): RawBuilder<unknown> =>
  sql`(WITH forcees AS MATERIALIZED (SELECT * FROM demandes_courantes WHERE territoire = ${territoire} AND forcage_doublon AND type_demandeur = 'PERSONNE'),
      contacts AS (${contactSql(identites)}),
      journees AS (SELECT guichet_enregistrement, date_enregistrement FROM forcees GROUP BY ALL HAVING count(*) >= ${FORCAGES_LE_MEME_JOUR})
    SELECT f.territoire, ${jourSql(instantane)} AS instantane, f.numero_unique, f.guichet_enregistrement AS guichet, f.date_enregistrement,
      f.motif_forcage, f.numero_unique_rapproche, f.statut = 'ACTIVE' AS active,
      CASE WHEN coalesce(f.date_radiation, r.date_radiation) IS NOT NULL
        THEN greatest(0, datediff('day', f.date_enregistrement, least(f.date_radiation, r.date_radiation))) END AS jours_de_cloture,
      list_filter([CASE WHEN f.statut = 'ACTIVE' AND r.statut = 'ACTIVE' THEN 'PAIRE_ACTIVE' END,
        CASE WHEN ${reactivable} THEN 'REACTIVABLE' END,
        CASE WHEN j.guichet_enregistrement IS NOT NULL THEN 'MEME_JOUR' END,
        CASE WHEN f.numero_unique IN (SELECT numero_unique FROM contacts) THEN 'MEME_CONTACT' END], lambda signal: signal IS NOT NULL) AS signaux
    FROM forcees f LEFT JOIN demandes_courantes r ON r.territoire = ${territoire} AND r.numero_unique = f.numero_unique_rapproche
    LEFT JOIN journees j ON j.guichet_enregistrement = f.guichet_enregistrement AND j.date_enregistrement = f.date_enregistrement)`

/** Stores what the latest snapshot of a territory shows of the demandes forced, in the place of what the one before showed. */
export const recenserForcages = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  identites: RelationIdentites,
): Promise<void> => {
  await kyselyOn<TablesLues>(connection).deleteFrom('forcages').where('territoire', '=', territoire).execute()
  await runQuery(
    connection,
    sql`INSERT INTO forcages SELECT ${refs(Object.keys(FORCAGES.colonnes))} FROM ${forcagesSql(territoire, instantane, identites)}`,
  )
}

/** Where what a territory's latest snapshot shows of forcing is: the stored rows, or, where it was loaded before they were, the snapshot. */
export const sourceDesForcages = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  identites: RelationIdentites,
): Promise<RawBuilder<unknown>> => {
  const rangee = await kyselyOn<TablesLues>(connection)
    .selectFrom('forcages')
    .select('territoire')
    .where('territoire', '=', territoire)
    .where('instantane', '=', instantane)
    .limit(1)
    .executeTakeFirst()
  return rangee === undefined
    ? forcagesSql(territoire, instantane, identites)
    : sql`(SELECT * FROM forcages WHERE territoire = ${territoire} AND instantane = ${jourSql(instantane)})`
}
