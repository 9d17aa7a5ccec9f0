import { sql } from 'kysely'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../../ingest/socle/sql/query.ts'
import { exigerTerritoire, type Lecteur } from '../lecteur.ts'

/** How many demandes of a snapshot each mark is on: what the indicators count, and what verdicts took out. No number is given. */
export const compterMarques = async (
  lecteur: Lecteur,
  territoire: string,
  instantane: Jour,
): Promise<Readonly<Record<string, number>>> => {
  exigerTerritoire(lecteur, territoire)
  const lignes = await runQuery<{ marque: string; n: number }>(
    lecteur.base.connection,
    sql`SELECT marque, count(*) AS n FROM marques WHERE territoire = ${territoire} AND instantane = ${jourSql(instantane)} GROUP BY marque`,
  )
  return Object.fromEntries(lignes.map(({ marque, n }) => [marque, n]))
}
