import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { kyselyOn } from '../socle/sql/dialecte.ts'
import { litteral } from '../socle/sql/litteral.ts'
import { refs, runQuery } from '../socle/sql/query.ts'
import type { Dossier } from './dossier.ts'
import { type Illisibles, sourceSql } from './illisibles.ts'
import { COLONNES_COURANTES, nullesSql } from './nulles-sql.ts'
import type { TablesDuMagasin } from './tables.ts'

const vide = sql`SELECT NULL::VARCHAR AS territoire, ${nullesSql(COLONNES_COURANTES)} WHERE FALSE`

/** Points the view `demandes_courantes` at the file of each territory's latest snapshot. */
export const viewCourantes = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  illisibles: Illisibles,
): Promise<void> => {
  const fichiers = await kyselyOn<TablesDuMagasin>(connection)
    .selectFrom('instantanes')
    .select((eb) => ['territoire', eb.ref('fichier_courantes').$notNull().as('fichier')])
    .where('fichier_courantes', 'is not', null)
    .orderBy('territoire')
    .execute()
  const parTerritoire = fichiers.map(
    ({ territoire, fichier }) =>
      sql`SELECT ${litteral(territoire)} AS territoire, ${refs(COLONNES_COURANTES.map(({ nom }) => nom))} FROM ${sourceSql(join(dossier.courantes, fichier), illisibles)}`,
  )
  await runQuery(
    connection,
    sql`CREATE OR REPLACE VIEW demandes_courantes AS ${sql.join(parTerritoire.length === 0 ? [vide] : parTerritoire, sql` UNION ALL `)}`,
  )
}
