import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { COLONNES_SENSIBLES, HISTOIRE, typeMoteur } from '../contract/histoire.ts'
import { refs, runQuery } from '../socle/sql/query.ts'
import type { Dossier } from './dossier.ts'
import { type Illisibles, sourceSql } from './illisibles.ts'

/** The columns of a demande as its territory's latest snapshot shows it: those of history, then the sensitive values. */
const COLONNES = [...HISTOIRE, ...COLONNES_SENSIBLES.map(({ nom, type }) => ({ nom, type: typeMoteur(type) }))]

const vide = sql`SELECT NULL::VARCHAR AS territoire, ${sql.join(
  COLONNES.map(({ nom, type }) => sql`NULL::${sql.raw(type)} AS ${sql.ref(nom)}`),
)} WHERE FALSE`

/** Points the view `demandes_courantes` at the file of each territory's latest snapshot. */
export const viewCourantes = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  illisibles: Illisibles,
): Promise<void> => {
  const fichiers = await runQuery<{ territoire: string; fichier: string }>(
    connection,
    sql`SELECT territoire, fichier_courantes AS fichier FROM instantanes WHERE fichier_courantes IS NOT NULL ORDER BY territoire`,
  )
  const parTerritoire = fichiers.map(
    ({ territoire, fichier }) =>
      sql`SELECT ${sql.lit(territoire)} AS territoire, ${refs(COLONNES.map(({ nom }) => nom))} FROM ${sourceSql(join(dossier.courantes, fichier), illisibles)}`,
  )
  await runQuery(
    connection,
    sql`CREATE OR REPLACE VIEW demandes_courantes AS ${sql.join(parTerritoire.length === 0 ? [vide] : parTerritoire, sql` UNION ALL `)}`,
  )
}
