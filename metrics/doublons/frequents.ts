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

/** A contact in the form that is compared, whoever's it is. */
export type Contact = Pick<ContactFrequent, 'nature' | 'valeur'>

/** The contacts of a relation of names, one row each, as the search reads them. */
const contactsSql = (identites: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(SELECT * FROM (SELECT numero_unique, 'TELEPHONE' AS nature, unnest(${telephonesSql(sql`telephone`)}) AS valeur FROM ${identites}
    UNION ALL SELECT numero_unique, 'COURRIEL', nullif(lower(trim(courriel)), '') FROM ${identites}) WHERE valeur IS NOT NULL)`

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
    sql`SELECT nature, valeur, count(*) AS demandes FROM ${contactsSql(identites)} JOIN demandes_courantes c USING (numero_unique)
      WHERE c.territoire = ${territoire} AND c.statut = 'ACTIVE' AND c.type_demandeur = 'PERSONNE' GROUP BY ALL
      HAVING count(*) > ${PORTEURS_MAX} ORDER BY demandes DESC, nature, valeur LIMIT ${CONTACTS_LISTES}`,
    FORME,
  )

const { nature, valeur } = FORME

/** The contacts of a few demandes, given the relation of their territory's names. */
export const listerContactsDe = (
  connection: DuckDBConnection,
  identites: RawBuilder<unknown>,
  numeros: readonly string[],
): Promise<Contact[]> =>
  runQuery(
    connection,
    sql`SELECT DISTINCT nature, valeur FROM ${contactsSql(sql`(FROM ${identites} WHERE numero_unique IN (${sql.join(numeros)}))`)} ORDER BY ALL`,
    { nature, valeur },
  )
