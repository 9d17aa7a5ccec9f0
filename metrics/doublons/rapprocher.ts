import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier } from '../../ingest/socle/sql/colonne.ts'
import { runOne, runQuery } from '../../ingest/socle/sql/query.ts'
import { rangDe } from './comparaisons.ts'
import { FICHES } from './fiches.ts'
import { REGLES, type Regle, type Variante } from './regles.ts'

/** Temporary table of the pairs to compare: ranks `a < b`, and the comparisons that their blocks left free. */
export const CANDIDATES = sql.id('doublons_candidates')
const BRUTES = sql.id('doublons_brutes')
const CLES = sql.id('doublons_cles')

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

const compterPaires = async (connection: DuckDBConnection, { cles }: Variante): Promise<number> => {
  const valeurs = sql.join(
    cles.map((cle) => sql`SELECT ${cle} AS k FROM ${FICHES}`),
    sql` UNION ALL `,
  )
  const { paires } = await runOne(
    connection,
    sql`SELECT coalesce(sum(n * (n - 1) // 2), 0)::DOUBLE AS paires FROM (SELECT count(*) AS n FROM (${valeurs}) WHERE k IS NOT NULL GROUP BY k)`,
    { paires: entier },
  )
  return paires
}

const choisir = async (
  connection: DuckDBConnection,
  { variantes }: Regle,
  plafond: number,
): Promise<{ variante: Variante; paires: number }> => {
  let choix: { variante: Variante; paires: number } | undefined
  for (const variante of variantes) {
    choix = { variante, paires: await compterPaires(connection, variante) }
    if (choix.paires <= plafond) break
  }
  if (choix === undefined) throw new RangeError('Une règle de rapprochement n’a pas de clé')
  return choix
}

const memeBloc = (masque: number): RawBuilder<unknown> =>
  sql`INSERT INTO ${BRUTES} SELECT x.rang, y.rang, ${masque} FROM ${CLES} x JOIN ${CLES} y ON y.k = x.k AND x.rang < y.rang`

const apparier = async (
  connection: DuckDBConnection,
  { cles }: Variante,
  serrer: RawBuilder<unknown>,
  masque: number,
) => {
  const valeurs = sql.join(
    cles.map(
      (cle) =>
        sql`SELECT rang, hash(${cle}) AS k, hash(${cle}, ${serrer}) AS s FROM ${FICHES} WHERE ${cle} IS NOT NULL`,
    ),
    sql` UNION ALL `,
  )
  const tailles = (colonne: string) => sql`count(*) OVER (PARTITION BY ${sql.ref(colonne)})`
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${CLES} AS SELECT * FROM (SELECT *, ${tailles('k')} AS n FROM (${valeurs})) WHERE n > 1`,
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
  const GRANDS = sql.id('doublons_grands')
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${GRANDS} AS SELECT rang, s AS k, ${tailles('s')} AS n FROM ${CLES} WHERE n > ${LIGNES_PAR_BLOC}`,
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
  const faites = new Set<Variante>()
  for (const regle of REGLES) {
    const { variante, paires } = await choisir(connection, regle, plafond)
    if (faites.has(variante)) continue
    faites.add(variante)
    const masque = 127 & ~variante.fixe.reduce((bits, code) => bits | (1 << rangDe(code)), 0)
    suivi({ regle: regle.libelle, paires, ...(await apparier(connection, variante, regle.serrer, masque)) })
  }
  await runQuery(
    connection,
    sql`CREATE OR REPLACE TEMP TABLE ${CANDIDATES} AS SELECT a, b, bit_or(libres) AS libres FROM ${BRUTES} GROUP BY a, b`,
  )
  for (const table of [BRUTES, CLES, sql.id('doublons_grands')])
    await runQuery(connection, sql`DROP TABLE IF EXISTS ${table}`)
}
