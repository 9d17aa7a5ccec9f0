import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { rangDe } from './comparaisons.ts'
import { FICHES } from './fiches.ts'
import { type Cle, REGLES, type Regle, type Variante } from './regles.ts'

/** Temporary table of the pairs to compare: ranks `a < b`, and the comparisons that their blocks left free. */
export const CANDIDATES = sql.id('doublons_candidates')
const BRUTES = sql.id('doublons_brutes')
const CLES = sql.id('doublons_cles')
const BLOCS = sql.id('doublons_blocs')
const GRANDS = sql.id('doublons_grands')

/** Pairs of one block above which it is cut by a tighter rule. */
const PAIRES_PAR_BLOC = 5000
const LIGNES_PAR_BLOC = Math.floor((1 + Math.sqrt(1 + 8 * PAIRES_PAR_BLOC)) / 2)
/** Pairs that one rule may bring: this many a demande, and never fewer than the floor. */
const PAIRES_PAR_DEMANDE = 1.2
const PAIRES_TOUJOURS_PERMISES = 250_000
/** Neighbours that a demande is compared with in a block that no rule cuts. */
const VOISINS = 8

/** What a rule brought, counted before it ran. */
export interface BilanRegle {
  readonly regle: string
  readonly paires: number
  /** Blocks cut by the tighter rule, and demandes in those that stayed too large: compared with their neighbours only. */
  readonly blocsCoupes: number
  readonly lignesVoisines: number
}

const connue = (cle: Cle): RawBuilder<unknown> =>
  sql.join(
    cle.map((part) => sql`${part} IS NOT NULL`),
    sql` AND `,
  )

/** The keys of a variant, one row for each demande that has one: `k` of the block, `s` of the one that cuts it. */
const clesSql = ({ cles }: Variante, serrer: Cle): RawBuilder<unknown> =>
  sql`(${sql.join(
    cles.map(
      (cle) =>
        sql`SELECT rang, hash(${sql.join(cle)}) AS k, hash(${sql.join([...cle, ...serrer])}) AS s FROM ${FICHES} WHERE ${connue(cle)}`,
    ),
    sql` UNION ALL `,
  )})`

/** Leaves in BLOCS those that hold two demandes at least; gives the pairs that they would bring. */
const compterPaires = async (connection: DuckDBConnection, variante: Variante, { serrer }: Regle): Promise<number> => {
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${BLOCS} AS SELECT k, count(*) AS n FROM ${clesSql(variante, serrer)} GROUP BY k HAVING count(*) > 1`,
  )
  const { paires } = await runOne(
    connection,
    sql`SELECT coalesce(sum(n * (n - 1) // 2), 0)::DOUBLE AS paires FROM ${BLOCS}`,
    { paires: entier },
  )
  return paires
}

/** The loosest variant that brings few enough pairs, or the tightest, whose blocks are left in BLOCS. */
const choisir = async (
  connection: DuckDBConnection,
  regle: Regle,
  plafond: number,
  trop: Set<Variante>,
): Promise<{ variante: Variante; paires: number }> => {
  const possibles = regle.variantes.filter((variante) => !trop.has(variante))
  for (const [i, variante] of possibles.entries()) {
    const paires = await compterPaires(connection, variante, regle)
    if (paires <= plafond || i === possibles.length - 1) return { variante, paires }
    trop.add(variante)
  }
  throw new RangeError('Une règle de rapprochement n’a pas de clé')
}

const memeBloc = (masque: number): RawBuilder<unknown> =>
  sql`INSERT INTO ${BRUTES} SELECT x.rang, y.rang, ${masque} FROM ${CLES} x JOIN ${CLES} y ON y.k = x.k AND x.rang < y.rang`

const apparier = async (connection: DuckDBConnection, variante: Variante, { serrer }: Regle, masque: number) => {
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${CLES} AS SELECT rang, k, s, n FROM ${clesSql(variante, serrer)} JOIN ${BLOCS} USING (k)`,
  )
  const { blocs } = await runOne(
    connection,
    sql`SELECT count(DISTINCT k) AS blocs FROM ${CLES} WHERE n > ${LIGNES_PAR_BLOC}`,
    { blocs: entier },
  )
  if (blocs === 0) {
    await runQuery(connection, memeBloc(masque))
    return { blocsCoupes: 0, lignesVoisines: 0 }
  }
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${GRANDS} AS SELECT rang, s AS k, count(*) OVER (PARTITION BY s) AS n FROM ${CLES} WHERE n > ${LIGNES_PAR_BLOC}`,
  )
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${CLES} AS SELECT rang, k FROM ${CLES} WHERE n <= ${LIGNES_PAR_BLOC}
    UNION ALL SELECT rang, k FROM ${GRANDS} WHERE n BETWEEN 2 AND ${LIGNES_PAR_BLOC}`,
  )
  await runQuery(connection, memeBloc(masque))
  await runQuery(
    connection,
    sql`INSERT INTO ${BRUTES} SELECT least(rang, autre), greatest(rang, autre), ${masque} FROM (
      SELECT rang, unnest([${sql.join(
        Array.from({ length: VOISINS }, (_, i) => sql`lead(rang, ${i + 1}) OVER ordre`),
      )}]) AS autre FROM ${GRANDS} g JOIN ${FICHES} f USING (rang) WHERE n > ${LIGNES_PAR_BLOC}
      WINDOW ordre AS (PARTITION BY k ORDER BY nom, prenom, jour, telephone, courriel, rang)) WHERE autre IS NOT NULL AND autre <> rang`,
  )
  const { voisines } = await runOne(
    connection,
    sql`SELECT count(*) AS voisines FROM ${GRANDS} WHERE n > ${LIGNES_PAR_BLOC}`,
    { voisines: entier },
  )
  return { blocsCoupes: blocs, lignesVoisines: voisines }
}

/** Brings together the pairs to compare, rule after rule, each counted before it runs; `suivi` is told of each. */
export const rapprocher = async (
  connection: DuckDBConnection,
  demandes: number,
  suivi: (bilan: BilanRegle) => void = () => {},
): Promise<void> => {
  const plafond = Math.max(PAIRES_TOUJOURS_PERMISES, PAIRES_PAR_DEMANDE * demandes)
  await runQuery(connection, sql`CREATE OR REPLACE TEMP TABLE ${BRUTES} (a INTEGER, b INTEGER, libres UTINYINT)`)
  const [faites, trop] = [new Set<Variante>(), new Set<Variante>()]
  for (const regle of REGLES) {
    const { variante, paires } = await choisir(connection, regle, plafond, trop)
    if (faites.has(variante)) continue
    faites.add(variante)
    const masque = 127 & ~variante.fixe.reduce((bits, code) => bits | (1 << rangDe(code)), 0)
    suivi({ regle: regle.libelle, paires, ...(await apparier(connection, variante, regle, masque)) })
  }
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${CANDIDATES} AS SELECT a, b, bit_or(libres) AS libres FROM ${BRUTES} GROUP BY a, b`,
  )
  for (const table of [BRUTES, BLOCS, CLES, GRANDS]) await runQuery(connection, sql`DROP TABLE IF EXISTS ${table}`)
}
