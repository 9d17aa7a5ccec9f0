import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../ingest/socle/jour.ts'
import { entier, nul, texte } from '../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../ingest/socle/sql/forme.ts'
import { jourSql, runQuery } from '../ingest/socle/sql/query.ts'
import { situationSql } from '../ingest/store/versions.ts'

const FORME = { canal: nul(texte), effectif: entier }

/** How many demandes came by a channel. */
export type EffectifDuCanal = LigneDe<typeof FORME>

/**
 * The households' demandes registered between two days, both included, by channel of registration, as a snapshot shows them;
 * null where it is not filled. `dernier` is the territory's latest snapshot.
 */
export const compterCanaux = (
  connection: DuckDBConnection,
  territoire: string,
  { instantane, dernier }: { readonly instantane: Jour; readonly dernier: Jour },
  { debut, fin }: { readonly debut: Jour; readonly fin: Jour },
): Promise<EffectifDuCanal[]> =>
  runQuery(
    connection,
    sql`SELECT canal, count(*) AS effectif FROM ${situationSql(territoire, instantane, dernier)} d
      WHERE type_demandeur = 'PERSONNE' AND date_enregistrement BETWEEN ${jourSql(debut)} AND ${jourSql(fin)}
      GROUP BY canal ORDER BY canal NULLS LAST`,
    FORME,
  )
