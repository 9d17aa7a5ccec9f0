import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { compileQuery, queryKey, refs, runQuery } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import { type Expressions, expressionsDe } from '../engine/condition.ts'
import { type MoisLu, periodeDe } from '../engine/mois-lu.ts'
import { contexteDe, populationSql } from '../engine/population.ts'
import { MARQUES } from '../engine/situation.ts'
import type { Indicateur } from '../indicateur.ts'
import { ou } from '../sql.ts'

/** Temporary tables: the demandes in which something happened in a period, and what S0 showed of them. */
export const ACTES = sql.id('actes')
export const ACTES_S0 = sql.id('actes_s0')

/** Whether an indicator looks at few rows: those of a period's acts. */
export const estDActes = ({ date }: Indicateur): boolean => date !== undefined

/** The columns of a relation that expressions name, and its key. */
const colonnesNommees = (expressions: readonly Expressions[], alias: string): string[] => {
  const termes = expressions.flatMap(({ denominateur, numerateur, composantes, jours, ventilation, guichet }) => [
    denominateur,
    numerateur,
    ...composantes.map(({ condition }) => condition),
    jours,
    ventilation,
    guichet,
  ])
  const texte = termes.map((terme) => (terme === null ? '' : compileQuery(terme).sql)).join(' ')
  const nommees = [...texte.matchAll(new RegExp(`"${alias}"\\."(\\w+)"`, 'g'))].map(([, nom = '']) => nom)
  return [...new Set(['numero_unique', ...nommees])].filter((nom) => !(MARQUES as readonly string[]).includes(nom))
}

/**
 * Extracts the demandes whose acts of the period are compared with S0 (a few in a hundred), and what S0 showed of them,
 * into temporary tables that the passes then join: joined whole, the engine would hash every row of S0.
 */
export const extraireActes = async (
  connection: DuckDBConnection,
  indicateurs: readonly Indicateur[],
  lu: MoisLu,
): Promise<MoisLu> => {
  const contexte = contexteDe(lu)
  const expressions = indicateurs
    .filter(estDActes)
    .map((indicateur) => expressionsDe(indicateur, contexte, lu.lacunes, periodeDe(lu)))
  const periodes = expressions.map((e) => e.periode).filter((condition) => condition !== null)
  const distinctes = [...new Map(periodes.map((condition) => [queryKey(condition), condition])).values()]
  const { territoire, s0, dernier } = lu
  if (s0 === null || distinctes.length === 0) return lu
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${ACTES} AS SELECT ${refs(colonnesNommees(expressions, 'd'), 'd')}
      FROM ${populationSql(lu)} WHERE ${ou(...distinctes)}`,
  )
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${ACTES_S0} AS SELECT ${refs(colonnesNommees(expressions, 's0'))}
      FROM ${situationSql(territoire, s0, dernier)} WHERE numero_unique IN (SELECT numero_unique FROM ${ACTES})`,
  )
  return { ...lu, extrait: true }
}
