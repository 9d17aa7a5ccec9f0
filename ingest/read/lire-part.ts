import type { DuckDBConnection } from '@duckdb/node-api'
import { lireCsv } from './csv.ts'
import { lireOctets } from './empreinte.ts'
import { lireParquet } from './parquet.ts'
import type { Fichier, Part } from './part.ts'
import { lireXlsx } from './xlsx.ts'

export interface ContexteLecture {
  readonly connection: DuckDBConnection
  readonly dossierTemporaire: string
  /** Known headings, normalised. */
  readonly connus: ReadonlySet<string>
  readonly estConnu: (intitule: string) => boolean
  /** Tells apart the temporary tables of an import. */
  readonly rang: number
}

/** The parts of a table that a file gives: one, or as many as a workbook has sheets of it. */
export interface FichierLu {
  readonly fichier: Fichier
  readonly parts: readonly Part[]
  /** Sheets that were left; empty for what is no workbook. */
  readonly ecartees: readonly string[]
}

/** Reads a file's form, not yet its rows. */
export const lireFichier = async (
  { connection, dossierTemporaire, connus, estConnu, rang }: ContexteLecture,
  nom: string,
  chemin: string,
): Promise<FichierLu> => {
  const lecture = await lireOctets(chemin)
  const fichier: Fichier = { nom, chemin, empreinte: lecture.sha256 }
  if (/\.xlsx$/i.test(nom))
    return { fichier, ...(await lireXlsx(connection, fichier, [...connus], dossierTemporaire, rang)) }
  const part = /\.parquet$/i.test(nom)
    ? await lireParquet(connection, fichier, rang)
    : await lireCsv(connection, fichier, lecture, estConnu, dossierTemporaire, rang)
  return { fichier, parts: [part], ecartees: [] }
}
