import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import type { Jour } from '../../socle/jour.ts'
import { texte } from '../../socle/sql/colonne.ts'
import { jourSql, runQuery } from '../../socle/sql/query.ts'
import { termePasseSql } from '../conservation.ts'
import { TOUJOURS } from '../versions.ts'

/** Temporary tables: demandes past retention, and numbers that remaining demandes cite and that must go too. */
export const PURGES = 'purges'
export const CITATIONS = 'citations'

/**
 * Lists the demandes past retention on a day, among these versions. One that a territory's latest snapshot shows active is kept. Another counts
 * from `date_radiation`, else `date_saisie_radiation`, else the first snapshot that shows it RADIEE, or absent; a radiation
 * said to come after that day is none.
 */
export const listerTermesPasses = async (
  connection: DuckDBConnection,
  au: Jour,
  versions: RawBuilder<unknown>,
): Promise<void> => {
  const passee = (champ: string) =>
    sql`CASE WHEN ${sql.ref(`derniere.${champ}`)} <= ${jourSql(au)} THEN ${sql.ref(`derniere.${champ}`)} END`
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${sql.id(PURGES)} AS SELECT territoire, numero_unique FROM (
      SELECT territoire, numero_unique, max(jusqua) FILTER (statut = 'ACTIVE') AS fin_active, min(depuis) AS premier,
        arg_max({'radiation': date_radiation, 'saisie': date_saisie_radiation}, depuis) AS derniere
      FROM ${versions} v GROUP BY territoire, numero_unique)
    WHERE fin_active IS DISTINCT FROM ${TOUJOURS}
      AND ${termePasseSql(sql`coalesce(${passee('radiation')}, ${passee('saisie')}, fin_active, premier)`, au)}`,
  )
}

/**
 * Lists the numbers that remaining demandes cite as the one the alert showed and that are held no more: erased, of this
 * very territory and unknown there, or of another and cited for longer than the time of retention.
 */
export const listerCitations = async (
  connection: DuckDBConnection,
  au: Jour,
  versions: RawBuilder<unknown>,
): Promise<void> => {
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${sql.id(CITATIONS)} AS
      WITH gardees AS (SELECT DISTINCT territoire, numero_unique FROM ${versions} v ANTI JOIN ${sql.id(PURGES)} USING (territoire, numero_unique)),
      citees AS (SELECT territoire, numero_unique_rapproche AS cite, min(depuis) AS premier FROM ${versions} v
        WHERE numero_unique_rapproche IS NOT NULL GROUP BY ALL)
      SELECT territoire, cite AS numero_unique FROM citees c
      WHERE NOT EXISTS (SELECT 1 FROM gardees g WHERE g.territoire = c.territoire AND g.numero_unique = c.cite)
        AND regexp_full_match(cite, '[0-9A-Za-z]{17,18}')
        AND (starts_with(cite, territoire) OR ${termePasseSql(sql`premier`, au)}
          OR EXISTS (SELECT 1 FROM ${sql.id(PURGES)} p WHERE p.territoire = c.territoire AND p.numero_unique = c.cite))`,
  )
}

/** The numbers that no territory holds any more: to be erased where territories are not told apart. */
export const lireNumeros = async (
  connection: DuckDBConnection,
  versions: RawBuilder<unknown>,
): Promise<Set<string>> => {
  const lignes = await runQuery(
    connection,
    sql`SELECT DISTINCT numero_unique AS n FROM (SELECT * FROM ${sql.id(PURGES)} UNION ALL SELECT * FROM ${sql.id(CITATIONS)}) p
      WHERE numero_unique NOT IN (SELECT numero_unique FROM ${versions} v ANTI JOIN ${sql.id(PURGES)} USING (territoire, numero_unique))`,
    { n: texte },
  )
  return new Set(lignes.map(({ n }) => n))
}

/** Closes the snapshots that showed a demande past retention; how many they are. */
export const clore = async (connection: DuckDBConnection, au: Jour, versions: RawBuilder<unknown>): Promise<number> => {
  const closes = await runQuery(
    connection,
    sql`UPDATE instantanes i SET clos = TRUE, purge_au = greatest(purge_au, ${jourSql(au)}) WHERE EXISTS (
      SELECT 1 FROM ${versions} v JOIN ${sql.id(PURGES)} USING (territoire, numero_unique)
      WHERE v.territoire = i.territoire AND v.depuis <= i.date AND v.jusqua > i.date) RETURNING i.date`,
  )
  return closes.length
}
