import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Column } from '../contract/column.ts'
import { DEMANDES } from '../contract/tables.ts'
import type { Jour } from '../socle/jour.ts'
import { booleen, nul } from '../socle/sql/colonne.ts'
import { runOne, runQuery } from '../socle/sql/query.ts'
import { purgeeSql } from './bilan.ts'
import { verifiees } from './raisons.ts'
import { colonnesAvertissables } from './regles.ts'

/**
 * Many tools export only the yes: where the accepted rows of a column hold a yes and no no, blank is no. Gives the columns
 * read so.
 */
export const lireVidesNon = async (connection: DuckDBConnection, date: Jour): Promise<string[]> => {
  const colonnes: readonly Column[] = DEMANDES.colonnes
  const concernees = colonnes.filter(({ ouiOuVide }) => ouiOuVide)
  const cible = sql.id(verifiees('demandes'))
  const ligne = await runOne(
    connection,
    sql`SELECT ${sql.join(concernees.map(({ nom }) => sql`bool_and(${sql.ref(nom)}) AS ${sql.ref(nom)}`))}
      FROM ${cible} WHERE raison IS NULL AND NOT ${purgeeSql(date)}`,
    Object.fromEntries(concernees.map(({ nom }) => [nom, nul(booleen)])),
  )
  const lues = concernees.map(({ nom }) => nom).filter((nom) => ligne[nom] === true)
  const bits = new Map(colonnesAvertissables(DEMANDES).map(({ nom }, bit) => [nom, 2 ** bit]))
  for (const nom of lues)
    await runQuery(
      connection,
      sql`UPDATE ${cible} SET ${sql.ref(nom)} = FALSE WHERE ${sql.ref(nom)} IS NULL AND raison IS NULL AND avertissements & ${bits.get(nom) ?? 0}::UBIGINT = 0`,
    )
  return lues
}
