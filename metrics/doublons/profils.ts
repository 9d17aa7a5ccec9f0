import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { type Colonne, entier, nul } from '../../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../../ingest/socle/sql/forme.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { COMPARAISONS, type CodeComparaison } from './comparaisons.ts'
import type { Profils } from './em.ts'

/** Spellings that one slip can make of a name. */
export const GRAPHIES_VOISINES = 50

const CODES = COMPARAISONS.map(({ code }) => code)

const NIVEAU = nul(entier)
const NIVEAUX = {
  nom: NIVEAU,
  prenom: NIVEAU,
  naissance: NIVEAU,
  telephone: NIVEAU,
  courriel: NIVEAU,
  code_postal: NIVEAU,
  conjoint: NIVEAU,
} satisfies Record<CodeComparaison, Colonne<number | null>>

const FORME = { ...NIVEAUX, face: entier, libres: entier, hasard_nom: NIVEAU, hasard_prenom: NIVEAU, n: entier }

/** The chance agreement of a value compared: its frequency; for two spellings a slip apart, that of the rarer times how many slips there are. */
const hasardDe = (niveau: number | null, part: number, moyen: number): number =>
  niveau === 3 ? Math.min(Math.max(GRAPHIES_VOISINES * part, moyen / 10), 0.3) : niveau === 4 ? part : Number.NaN

/** Namesakes born otherwise who share nothing else teach nothing of duplicates: in a large base they are far more, and would pass for them. */
const homonymes = (l: LigneDe<typeof NIVEAUX>): boolean =>
  (l.nom ?? 0) >= 3 &&
  (l.prenom ?? 0) >= 3 &&
  (l.naissance ?? 0) <= 1 &&
  !((l.telephone ?? 0) >= 1 || (l.courriel ?? 0) >= 1 || l.conjoint === 1)

/** The profiles of compared pairs, with how common the very names compared are. */
export const lireProfils = async (
  connection: DuckDBConnection,
  comparees: RawBuilder<unknown>,
  hasard: readonly (readonly number[])[],
): Promise<Profils> => {
  const rarete = (nom: string) =>
    sql`round(log2(CASE ${sql.ref(nom)} WHEN 4 THEN ${sql.ref(`part_${nom}`)} WHEN 3 THEN ${sql.ref(`part_${nom}_rare`)} END))::TINYINT AS ${sql.ref(`hasard_${nom}`)}`
  const lignes = await runQuery(
    connection,
    sql`SELECT ${sql.join(CODES.map((code) => sql.ref(code)))}, face, libres, ${rarete('nom')}, ${rarete('prenom')}, count(*) AS n FROM ${comparees} GROUP BY ALL ORDER BY ALL`,
    FORME,
  )
  const colonnes = CODES.length + 1
  const niveaux = new Int8Array(lignes.length * colonnes)
  const propres = new Float64Array(lignes.length * colonnes).fill(Number.NaN)
  for (const [i, ligne] of lignes.entries()) {
    for (const [c, code] of CODES.entries()) niveaux[i * colonnes + c] = ligne[code] ?? -1
    niveaux[i * colonnes + CODES.length] = ligne.face
    for (const [c, h] of [ligne.hasard_nom, ligne.hasard_prenom].entries())
      if (h !== null) propres[i * colonnes + c] = hasardDe(niveaux[i * colonnes + c] ?? -1, 2 ** h, hasard[c]?.[3] ?? 0)
  }
  return {
    colonnes,
    niveaux,
    effectifs: Float64Array.from(lignes, ({ n }) => n),
    libres: Uint32Array.from(lignes, ({ libres }) => libres | (1 << CODES.length)),
    hasard: propres,
    exclus: Uint8Array.from(lignes, (ligne) => (homonymes(ligne) ? 1 : 0)),
  }
}
