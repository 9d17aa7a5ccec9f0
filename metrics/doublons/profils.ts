import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawBuilder, sql } from 'kysely'
import { entier, nul } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { AUTRE_PRENOM, COMPARAISONS, type CodeComparaison, rangDe } from './comparaisons.ts'
import type { Profils } from './em.ts'
import { autresPersonnesSql, hasardDe, partSql } from './rarete.ts'

const CODES = COMPARAISONS.map(({ code }) => code)
const COLONNES = CODES.length + 1

const NIVEAU = nul(entier)
/** One column for each comparison, of a name made of its code. */
const parCode = <T, const P extends string>(prefixe: P, valeur: T) =>
  Object.fromEntries(CODES.map((code) => [`${prefixe}${code}`, valeur])) as Record<`${P}${CodeComparaison}`, T>

const FORME = {
  ...parCode('', NIVEAU),
  ...parCode('part_', NIVEAU),
  ...parCode('autres_', NIVEAU),
  face: entier,
  libres: entier,
  n: entier,
}

type Niveaux = Readonly<Record<CodeComparaison, number | null>>

/** Namesakes born otherwise who share nothing else teach nothing of duplicates: in a large base they are far more, and would pass for them. */
const homonymes = (l: Niveaux): boolean =>
  (l.nom ?? 0) >= 3 &&
  (l.prenom ?? 0) >= 3 &&
  l.prenom !== AUTRE_PRENOM &&
  (l.naissance ?? 0) <= 1 &&
  !((l.telephone ?? 0) >= 1 || (l.courriel ?? 0) >= 1 || l.conjoint === 1)

/** Nor is it learned how often a duplicate bears two attested first names: twins do, and no base tells them apart. */
const libresDe = ({ libres, prenom }: { readonly libres: number; readonly prenom: number | null }): number =>
  (libres | (1 << CODES.length)) & (prenom === AUTRE_PRENOM ? ~(1 << rangDe('prenom')) : ~0)

/** What chance and places are known to agree on, level by level, before the very values are looked at. */
export interface Moyennes {
  readonly hasard: readonly (readonly number[])[]
  readonly famille: readonly (readonly number[])[]
}

/** The profiles of compared pairs, with how common the very values compared are. */
export const lireProfils = async (
  connection: DuckDBConnection,
  comparees: RawBuilder<unknown>,
  { hasard, famille }: Moyennes,
): Promise<Profils<'u' | 'f'>> => {
  const raretes = CODES.map(
    (code) =>
      sql`round(log2(greatest(${partSql(code)}, 1e-12)))::TINYINT AS ${sql.ref(`part_${code}`)}, ${autresPersonnesSql(code)}::TINYINT AS ${sql.ref(`autres_${code}`)}`,
  )
  const lignes = await runQuery(
    connection,
    sql`SELECT ${sql.join(CODES.map((code) => sql.ref(code)))}, face, libres, ${sql.join(raretes)}, count(*) AS n FROM ${comparees} GROUP BY ALL ORDER BY ALL`,
    FORME,
  )
  const niveaux = new Int8Array(lignes.length * COLONNES)
  const [u, f] = [niveaux, niveaux].map(({ length }) => new Float64Array(length).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
  ]
  for (const [i, ligne] of lignes.entries()) {
    for (const [c, code] of CODES.entries()) {
      const [place, niveau] = [i * COLONNES + c, ligne[code] ?? -1]
      const [part, autres] = [ligne[`part_${code}`], ligne[`autres_${code}`]]
      niveaux[place] = niveau
      if (part !== null) u[place] = hasardDe(code, niveau, 2 ** part, hasard[c]?.[niveau] ?? 0)
      if (autres !== null) f[place] = autres * (famille[c]?.[niveau] ?? 0)
    }
    niveaux[i * COLONNES + CODES.length] = ligne.face
  }
  return {
    colonnes: COLONNES,
    niveaux,
    effectifs: Float64Array.from(lignes, ({ n }) => n),
    libres: Uint32Array.from(lignes, libresDe),
    propres: { u, f },
    exclus: Uint8Array.from(lignes, (ligne) => (homonymes(ligne) ? 1 : 0)),
  }
}
