import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { enJour, type Jour } from '../../../ingest/socle/jour.ts'
import { ensureTable } from '../../../ingest/socle/sql/ddl.ts'
import type { LigneDe } from '../../../ingest/socle/sql/forme.ts'
import { insertRows } from '../../../ingest/socle/sql/insert-rows.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { defineTable } from '../../../ingest/socle/sql/table.ts'
import { IDENTITE } from '../../../ingest/store/identites.ts'
import { type Detection, detecter, TROUVEES } from '../../../metrics/doublons/detecter.ts'
import { SEUIL_DOUBLON } from '../../../metrics/doublons/seuil.ts'
import { DOUBLONS_PAIRES } from '../../../metrics/doublons/tables.ts'

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

const FICHES = defineTable('fiches', IDENTITE)

const INCONNUE = {
  nom: null,
  nom_naissance: null,
  prenom: null,
  conjoint_nom_naissance: null,
  conjoint_prenom: null,
  code_postal: null,
  telephone: null,
  courriel: null,
}

const { a, b, probabilite, cle, deduite, par } = DOUBLONS_PAIRES.colonnes
const TROUVEE = { a, b, probabilite, cle, deduite, par }

export type PaireTrouvee = LigneDe<typeof TROUVEE>

const naissance = (texte: string | null = null): Jour | null => (texte === null ? null : enJour(texte))

/** Looks for duplicates among demandes, on an engine of its own; pairs from a probability on, in order. */
export const chercher = async (
  fiches: readonly Fiche[],
  { seuil = SEUIL_DOUBLON, fils = 2 }: { readonly seuil?: number; readonly fils?: number } = {},
): Promise<{ readonly paires: PaireTrouvee[]; readonly detection: Detection }> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(fils) })
  const connection = await instance.connect()
  try {
    await ensureTable(connection, FICHES)
    await insertRows(
      connection,
      FICHES,
      fiches.map(({ date_naissance, conjoint_date_naissance, ...fiche }) => ({
        ...INCONNUE,
        ...fiche,
        date_naissance: naissance(date_naissance),
        conjoint_date_naissance: naissance(conjoint_date_naissance),
      })),
    )
    const detection = await detecter(connection, sql`fiches`)
    const paires =
      detection.modele === null
        ? []
        : await runQuery(
            connection,
            sql`SELECT a, b, probabilite, cle, deduite, par FROM ${TROUVEES} WHERE probabilite >= ${seuil} ORDER BY a, b`,
            TROUVEE,
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
