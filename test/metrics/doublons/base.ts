import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { type Detection, detecter, TROUVEES } from '../../../metrics/doublons/detecter.ts'
import { SEUIL_DOUBLON } from '../../../metrics/doublons/seuil.ts'

/** What a demande says of who it is about; what is left out is unknown. */
export interface Fiche {
  readonly numero_unique: string
  readonly nom?: string | null
  readonly nom_naissance?: string | null
  readonly prenom?: string | null
  readonly date_naissance?: string | null
  readonly conjoint_nom_naissance?: string
  readonly conjoint_prenom?: string
  readonly conjoint_date_naissance?: string
  readonly code_postal?: string
  readonly telephone?: string
  readonly courriel?: string
}

const COLONNES = [
  'numero_unique',
  'nom',
  'nom_naissance',
  'prenom',
  'date_naissance',
  'conjoint_nom_naissance',
  'conjoint_prenom',
  'conjoint_date_naissance',
  'code_postal',
  'telephone',
  'courriel',
] as const

export interface PaireTrouvee {
  readonly a: string
  readonly b: string
  readonly probabilite: number
  readonly cle: string
  readonly deduite: boolean
}

/** Looks for duplicates among demandes, on an engine of its own; pairs from a probability on, in order. */
export const chercher = async (
  fiches: readonly Fiche[],
  { seuil = SEUIL_DOUBLON, fils = 2 }: { readonly seuil?: number; readonly fils?: number } = {},
): Promise<{ readonly paires: PaireTrouvee[]; readonly detection: Detection }> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(fils) })
  const connection = await instance.connect()
  try {
    await connection.run(
      `CREATE TABLE fiches (${COLONNES.map((nom) => `${nom} ${nom.includes('date') ? 'DATE' : 'VARCHAR'}`).join(', ')})`,
    )
    for (let i = 0; i < fiches.length; i += 1000)
      await runQuery(
        connection,
        sql`INSERT INTO fiches VALUES ${sql.join(
          fiches
            .slice(i, i + 1000)
            .map((f) => sql`(${sql.join(COLONNES.map((nom) => (f[nom] == null ? sql`NULL` : sql.lit(f[nom]))))})`),
        )}`,
      )
    const detection = await detecter(connection, sql`fiches`)
    const paires =
      detection.modele === null
        ? []
        : await runQuery<PaireTrouvee>(
            connection,
            sql`SELECT a, b, probabilite, cle, deduite FROM ${TROUVEES} WHERE probabilite >= ${sql.lit(seuil)} ORDER BY a, b`,
          )
    return { paires, detection }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** How right pairs are, against those that should have been found. */
export const evaluer = (
  trouvees: readonly { readonly a: string; readonly b: string }[],
  vraies: readonly (readonly [string, string])[],
): { readonly precision: number; readonly rappel: number; readonly f1: number } => {
  const cles = new Set(vraies.map(([x, y]) => (x < y ? `${x} ${y}` : `${y} ${x}`)))
  const justes = trouvees.filter(({ a, b }) => cles.has(`${a} ${b}`)).length
  return {
    precision: justes / Math.max(1, trouvees.length),
    rappel: justes / Math.max(1, cles.size),
    f1: (2 * justes) / Math.max(1, trouvees.length + cles.size),
  }
}

/** Every pair of records about one person. */
export const pairesDe = (fiches: readonly { readonly numero: string; readonly identite: string | number }[]) => {
  const parIdentite = new Map<string | number, string[]>()
  for (const { numero, identite } of fiches) parIdentite.set(identite, [...(parIdentite.get(identite) ?? []), numero])
  return [...parIdentite.values()].flatMap((numeros) =>
    numeros.flatMap((a, i) => numeros.slice(i + 1).map((b) => [a, b] as const)),
  )
}
