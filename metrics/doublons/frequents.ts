import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../../ingest/socle/sql/forme.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { PORTEURS_MAX, telephonesSql } from './contacts.ts'

export const NATURES = ['TELEPHONE', 'COURRIEL'] as const

const FORME = { nature: unDe(NATURES), valeur: texte, demandes: entier }

/** A telephone, by its last nine digits, or an e-mail that too many active demandes share to say who they are about. */
export type ContactFrequent = LigneDe<typeof FORME>

/** Contacts listed at most, the most shared first. */
const CONTACTS_LISTES = 500

/** Contacts shared by more demandes than weigh anything, among a territory's active ones, given the relation of its names. */
export const listerContactsFrequents = (
  connection: DuckDBConnection,
  territoire: string,
  identites: RawBuilder<unknown>,
): Promise<ContactFrequent[]> =>
  runQuery(
    connection,
    sql`WITH actives AS (SELECT i.telephone, i.courriel FROM ${identites} i JOIN demandes_courantes c USING (numero_unique)
        WHERE c.territoire = ${territoire} AND c.statut = 'ACTIVE' AND c.type_demandeur = 'PERSONNE'),
      contacts AS (SELECT 'TELEPHONE' AS nature, unnest(${telephonesSql(sql`telephone`)}) AS valeur FROM actives
        UNION ALL SELECT 'COURRIEL', nullif(lower(trim(courriel)), '') FROM actives)
      SELECT nature, valeur, count(*) AS demandes FROM contacts WHERE valeur IS NOT NULL GROUP BY ALL
      HAVING count(*) > ${PORTEURS_MAX} ORDER BY demandes DESC, nature, valeur LIMIT ${CONTACTS_LISTES}`,
    FORME,
  )
