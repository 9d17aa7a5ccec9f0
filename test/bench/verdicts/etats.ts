import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { nul, texte, unDe } from '../../../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../../../ingest/socle/sql/forme.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { STATUTS, type Statut } from '../../../metrics/statut.ts'

const ETAT = {
  guichet: texte,
  indicateur: texte,
  mois: texte,
  statut: unDe(STATUTS),
  statut_12_mois: nul(unDe(STATUTS)),
}

/** What was said of a guichet, an indicator and a month, and of the twelve months that end with it. */
export type Etat = LigneDe<typeof ETAT>

export const lireEtats = (connection: DuckDBConnection): Promise<Etat[]> =>
  runQuery(
    connection,
    sql`SELECT entite AS guichet, indicateur, mois, statut, statut_12_mois FROM resultats WHERE niveau = 'GUICHET' AND duree = 1 AND statut IS NOT NULL`,
    ETAT,
  )

const JUGES: ReadonlySet<Statut | null> = new Set<Statut>(['ALERTE', 'SURVEILLANCE', 'NORMAL'])

export const estJuge = (e: Etat): boolean => JUGES.has(e.statut) || JUGES.has(e.statut_12_mois)

/** What the dashboard shows: the month's, or the twelve months' where the month holds too little. */
export const statutAffiche = (e: Etat): Statut | null => (e.statut === 'NON_SIGNIFICATIF' ? e.statut_12_mois : e.statut)
