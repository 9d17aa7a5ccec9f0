import type { DuckDBConnection } from '@duckdb/node-api'
import type { Jour } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import type { LigneDeTable } from '../../ingest/socle/sql/table.ts'
import type { TablesLues } from '../tables.ts'
import { COMPARAISONS } from './comparaisons.ts'
import { type Groupe, grouper } from './groupes.ts'
import type { CLES, DOUBLONS_PAIRES } from './tables.ts'

export type Cle = (typeof CLES)[number]

type LignePaire = LigneDeTable<typeof DOUBLONS_PAIRES>

/** A probable pair as it was kept: `a < b`. */
export interface Paire
  extends Pick<
    LignePaire,
    'a' | 'b' | 'probabilite' | 'cle' | 'face' | 'deduite' | 'depart' | 'poids' | 'prudence' | 'par'
  > {
  /** Level of each comparison, in their order; null where one side is unknown. */
  readonly niveaux: readonly (number | null)[]
  /** Null where the pair is kept out of every group: its two demandes share no one with the rest. */
  readonly groupe: number | null
}

export interface Doublons {
  readonly instantane: Jour
  readonly paires: readonly Paire[]
  readonly groupes: readonly Groupe[]
}

/** The latest snapshot whose duplicates were looked for, at a day or before any; null where none was. */
export const derniereRecherche = async (connection: DuckDBConnection, territoire: string): Promise<Jour | null> => {
  const ligne = await kyselyOn<TablesLues>(connection)
    .selectFrom('doublons_recherches')
    .select('instantane')
    .where('territoire', '=', territoire)
    .orderBy('instantane', 'desc')
    .limit(1)
    .executeTakeFirst()
  return ligne?.instantane ?? null
}

export const estRecherche = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
): Promise<boolean> => {
  const ligne = await kyselyOn<TablesLues>(connection)
    .selectFrom('doublons_recherches')
    .select('instantane')
    .where((eb) => eb.and({ territoire, instantane }))
    .executeTakeFirst()
  return ligne !== undefined
}

/** The pairs kept for a snapshot from a probability on, and the groups that they make. */
export const lireDoublons = async (
  connection: DuckDBConnection,
  territoire: string,
  instantane: Jour,
  seuil: number,
): Promise<Doublons> => {
  const lignes = await kyselyOn<TablesLues>(connection)
    .selectFrom('doublons_paires')
    .select(['a', 'b', 'probabilite', 'cle', 'face', 'deduite', 'depart', 'poids', 'prudence', 'par'])
    .select(COMPARAISONS.map(({ code }) => code))
    .where((eb) => eb.and({ territoire, instantane }))
    .where('probabilite', '>=', seuil)
    .orderBy('a')
    .orderBy('b')
    .execute()
  const groupes = grouper(lignes)
  const rangs = new Map(groupes.flatMap(({ groupe, numeros }) => numeros.map((numero) => [numero, groupe] as const)))
  const paires = lignes.map(
    ({ nom, prenom, naissance, telephone, courriel, code_postal, conjoint, ...paire }): Paire => ({
      ...paire,
      niveaux: [nom, prenom, naissance, telephone, courriel, code_postal, conjoint],
      groupe: rangs.get(paire.a) === rangs.get(paire.b) ? (rangs.get(paire.a) ?? null) : null,
    }),
  )
  return { instantane, groupes, paires }
}
