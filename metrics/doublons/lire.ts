import type { DuckDBConnection } from '@duckdb/node-api'
import { sql } from 'kysely'
import type { Jour } from '../../ingest/socle/jour.ts'
import { jourSql, runQuery } from '../../ingest/socle/sql/query.ts'
import { type Groupe, grouper } from './groupes.ts'

export type Cle = 'IDENTIQUE' | 'INVERSION' | 'GRAPHIE' | 'DATE' | 'CONJOINT' | 'CONTACT'

/** A probable pair as it was kept: `a < b`. */
export interface Paire {
  readonly a: string
  readonly b: string
  readonly probabilite: number
  readonly cle: Cle
  readonly face: 0 | 1 | 2
  readonly deduite: boolean
  /** Level of each comparison, in their order; null where one side is unknown. */
  readonly niveaux: readonly (number | null)[]
  /** Bits: what rarity starts from, what each comparison adds (then how the identities face each other), what caution takes away. */
  readonly depart: number
  readonly poids: readonly number[]
  readonly prudence: number
  readonly groupe: number
}

export interface Doublons {
  readonly instantane: Jour
  readonly paires: readonly Paire[]
  readonly groupes: readonly Groupe[]
}

/** The latest snapshot whose duplicates were looked for, at a day or before any; null where none was. */
export const derniereRecherche = async (connection: DuckDBConnection, territoire: string): Promise<Jour | null> => {
  const [ligne] = await runQuery<{ instantane: Jour }>(
    connection,
    sql`SELECT instantane FROM doublons_recherches WHERE territoire = ${sql.lit(territoire)} ORDER BY instantane DESC LIMIT 1`,
  )
  return ligne?.instantane ?? null
}

export const estRecherche = async (connection: DuckDBConnection, territoire: string, instantane: Jour) =>
  (
    await runQuery(
      connection,
      sql`SELECT 1 FROM doublons_recherches WHERE territoire = ${sql.lit(territoire)} AND instantane = ${jourSql(instantane)}`,
    )
  ).length > 0

/** The pairs kept for a snapshot from a probability on, and the groups that they make. */
export const lireDoublons = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  seuil: number,
): Promise<Doublons> => {
  const lignes = await runQuery<Omit<Paire, 'groupe'>>(
    connection,
    sql`SELECT a, b, probabilite, cle, face, deduite, [nom, prenom, naissance, telephone, courriel, code_postal, conjoint] AS niveaux, depart, poids, prudence
      FROM doublons_paires WHERE territoire = ${sql.lit(territoire)} AND instantane = ${jourSql(instantane)} AND probabilite >= ${sql.lit(seuil)} ORDER BY a, b`,
  )
  const groupes = grouper(lignes)
  const rangs = new Map(groupes.flatMap(({ groupe, numeros }) => numeros.map((numero) => [numero, groupe] as const)))
  return { instantane, groupes, paires: lignes.map((ligne) => ({ ...ligne, groupe: rangs.get(ligne.a) ?? 0 })) }
}
