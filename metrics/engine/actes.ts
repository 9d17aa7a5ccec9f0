import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { compileQuery, queryKey, refs, runQuery } from '../../ingest/socle/sql/query.ts'
import { situationSql } from '../../ingest/store/versions.ts'
import type { Indicateur } from '../indicateur.ts'
import type { CodeIndicateur } from '../registry.ts'
import { ou } from '../sql.ts'
import { type Expressions, expressionsDe } from './condition.ts'
import type { Lacunes } from './mesurable.ts'
import { MARQUES } from './situation.ts'
import { ACTES, ACTES_S0, contexteDe, type Instantanes, type Lieu, populationSql } from './source.ts'

/** Where an indicator's rows are read: what compares a period's acts with S0 needs few rows of both, extracted beforehand. */
export const lieuDe = ({ date, relation }: Indicateur): Lieu =>
  date !== undefined && relation === 'demandes_s0' ? 'actes' : 'tout'

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
  indicateurs: readonly Indicateur<CodeIndicateur>[],
  instantanes: Instantanes,
  lacunes: Lacunes,
  periode: { debut: Jour; fin: Jour },
): Promise<void> => {
  const concernes = indicateurs.filter((indicateur) => lieuDe(indicateur) === 'actes')
  const contexte = contexteDe(instantanes)
  const expressions = concernes.map((indicateur) => expressionsDe(indicateur, contexte, lacunes, periode))
  const periodes = expressions.map((e) => e.periode).filter((condition) => condition !== null)
  const distinctes = [...new Map(periodes.map((condition) => [queryKey(condition), condition])).values()]
  const { territoire, s0, dernier } = instantanes
  if (s0 === null || distinctes.length === 0) return
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${sql.id(ACTES)} AS SELECT ${refs(colonnesNommees(expressions, 'd'), 'd')}
      FROM ${populationSql(instantanes)} WHERE ${ou(...distinctes)}`,
  )
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${sql.id(ACTES_S0)} AS SELECT ${refs(colonnesNommees(expressions, 's0'))}
      FROM ${situationSql(territoire, s0, dernier)} WHERE numero_unique IN (SELECT numero_unique FROM ${sql.id(ACTES)})`,
  )
}
