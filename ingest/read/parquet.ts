import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import { estEcartee } from '../contract/intitules.ts'
import { InstantaneRefuse } from '../socle/erreur.ts'
import { runQuery } from '../socle/sql/query.ts'
import type { Fichier, Part } from './part.ts'

const INSTANT = 'TIMESTAMP WITH TIME ZONE'

/** An instant falls on a day where it was written, whatever this machine's clock: midnight, there or in London, is that day. */
const HEURE_LEGALE = 'Europe/Paris'

/** A `.parquet`: its typed values as the text a CSV would hold. Columns that are never stored are not even read. */
export const lireParquet = async (connection: DuckDBConnection, fichier: Fichier): Promise<Part> => {
  const source = sql`read_parquet(${sql.lit(fichier.chemin)})`
  const colonnes = await runQuery<{ column_name: string; column_type: string }>(
    connection,
    sql`DESCRIBE SELECT * FROM ${source}`,
  ).catch((cause: unknown) => {
    throw new InstantaneRefuse(
      'PARQUET_ILLISIBLE',
      `Le fichier ${fichier.nom} n’est pas un fichier Parquet lisible : refaire l’export.`,
      {},
      { cause },
    )
  })
  const intitules = colonnes.map((colonne) => colonne.column_name)
  const instants = new Set(colonnes.filter((c) => c.column_type === INSTANT).map((c) => c.column_name))
  const texte = (intitule: string) => {
    const valeur = sql.ref(intitule)
    return sql`CAST(${instants.has(intitule) ? sql`timezone(${sql.lit(HEURE_LEGALE)}, ${valeur})` : valeur} AS VARCHAR)`
  }
  const lues = intitules.filter((intitule) => !estEcartee(intitule))
  const champs = sql.join(
    intitules.map((intitule) =>
      estEcartee(intitule) ? sql`NULL` : sql`trim(${texte(intitule)}, ${sql.lit(' \t\u00a0\u202f')})`,
    ),
  )
  return {
    fichier,
    intitules,
    relation: sql`SELECT [${champs}]::VARCHAR[] AS champs, coalesce(${sql.join(lues.map(texte))}, NULL) IS NULL AS vide FROM ${source}`,
    premiereLigne: 1,
    totalFinal: false,
  }
}
