import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { empreindre } from '../check/empreindre.ts'
import { histoireSql } from '../check/menages.ts'
import type { Ecriture } from '../ecrire.ts'
import type { Jour } from '../socle/jour.ts'
import { entier } from '../socle/sql/colonne.ts'
import { runOne } from '../socle/sql/query.ts'
import { memesSql, situationSql } from '../store/versions.ts'

/** What a snapshot's demandes would change of those loaded for the same day. */
export interface Changements {
  readonly entrees: number
  readonly sorties: number
  readonly changees: number
  readonly inchangees: number
}

/** Compares the verified demandes with those of the snapshot loaded for that day, by number. */
export const comparerDemandes = async (
  connection: DuckDBConnection,
  { territoire, date, dernier }: { readonly territoire: string; readonly date: Jour; readonly dernier: Jour },
  { secret, anterieures }: Pick<Ecriture, 'secret' | 'anterieures'>,
): Promise<Changements> => {
  const demandes = await empreindre(connection, date, secret, anterieures)
  return runOne(
    connection,
    sql`SELECT count(*) FILTER (a.numero_unique IS NULL) AS entrees, count(*) FILTER (n.numero_unique IS NULL) AS sorties,
      count(*) FILTER (a.numero_unique = n.numero_unique AND NOT ${memesSql('a', 'n')}) AS changees,
      count(*) FILTER (a.numero_unique = n.numero_unique AND ${memesSql('a', 'n')}) AS inchangees
      FROM (${histoireSql(date, demandes)}) n FULL JOIN ${situationSql(territoire, date, dernier)} a ON a.numero_unique = n.numero_unique`,
    { entrees: entier, sorties: entier, changees: entier, inchangees: entier },
  )
}
