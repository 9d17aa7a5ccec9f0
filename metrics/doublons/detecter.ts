import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { comparerSql } from './comparer.ts'
import { deduire } from './deduire.ts'
import { FICHES, preparerFiches } from './fiches.ts'
import { apprendre, type Modele } from './modele.ts'
import { noterSql } from './noter.ts'
import { type BilanRegle, CANDIDATES, rapprocher } from './rapprocher.ts'
import { SEUIL_GARDE } from './seuil.ts'

/** Temporary table of what was found: pairs of numbers `a < b` of the two demandes, with their levels and weights. */
export const TROUVEES = sql.id('doublons_trouvees')

const COMPAREES = sql.id('doublons_comparees')
const NOTEES = sql.id('doublons_notees')

export interface Detection {
  readonly demandes: number
  readonly comparees: number
  readonly regles: readonly BilanRegle[]
  /** What was learned; null where there was nothing to compare. */
  readonly modele: Modele | null
}

const effacer = async (connection: DuckDBConnection) => {
  for (const table of [FICHES, CANDIDATES, COMPAREES, NOTEES])
    await runQuery(connection, sql`DROP TABLE IF EXISTS ${table}`)
}

/**
 * Finds the probable duplicates among demandes given as a relation of their nominative columns, whatever its order. Pairs
 * stay in the engine: they are left in a temporary table, each with a probability of at least 0.01.
 */
export const detecter = async (
  connection: DuckDBConnection,
  source: RawBuilder<unknown>,
  suivi: (bilan: BilanRegle) => void = () => {},
): Promise<Detection> => {
  const demandes = await preparerFiches(connection, source)
  const regles: BilanRegle[] = []
  await rapprocher(connection, demandes, (bilan) => {
    regles.push(bilan)
    suivi(bilan)
  })
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${COMPAREES} AS ${comparerSql(CANDIDATES)}`)
  const { comparees } = await runOne(connection, sql`SELECT count(*) AS comparees FROM ${COMPAREES}`, {
    comparees: entier,
  })
  const modele = comparees === 0 ? null : await apprendre(connection, COMPAREES, demandes)
  if (modele === null) await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${TROUVEES} (a VARCHAR)`)
  else {
    await runQuery(
      connection,
      sql`CREATE OR REPLACE TEMP TABLE ${NOTEES} AS SELECT *, FALSE AS deduite, NULL::INTEGER AS par FROM (${noterSql(sql`(FROM ${COMPAREES} WHERE possible)`, modele)}) WHERE probabilite >= ${SEUIL_GARDE}`,
    )
    await deduire(connection, NOTEES, modele)
    await runQuery(
      connection,
      sql`CREATE OR REPLACE TEMP TABLE ${TROUVEES} AS SELECT n.* REPLACE (x.numero_unique AS a, y.numero_unique AS b, z.numero_unique AS par)
        FROM ${NOTEES} n JOIN ${FICHES} x ON x.rang = n.a JOIN ${FICHES} y ON y.rang = n.b LEFT JOIN ${FICHES} z ON z.rang = n.par`,
    )
  }
  await effacer(connection)
  return { demandes, comparees, regles, modele }
}
